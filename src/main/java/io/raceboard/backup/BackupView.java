package io.raceboard.backup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Replay;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** Backups, journal and export: what there is, and one more of it. */
@Route(value = "desk/backup", layout = DeskLayout.class)
@Menu(title = "backup.title", order = 920)
@RolesAllowed("ADMIN")
@CssImport("./styles/backup.css")
class BackupView extends Div implements HasDynamicTitle {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Backups backups;
    private final SignedIn signedIn;
    private final Audit audit;
    private final Words words;
    private final Div list = new Div();
    private final Div progress = new Div();
    private final Button now;
    private Button cancel = new Button();

    BackupView(Backups backups, Journal journal, Export export, Replay replay, SignedIn signedIn, Audit audit,
            DeskWords deskWords) {
        this.backups = backups;
        this.signedIn = signedIn;
        this.audit = audit;
        this.words = deskWords.words();
        this.now = new Button(words.say("backup.now"), click -> makeOne());
        now.addThemeVariants(ButtonVariant.PRIMARY);
        now.setVisible(backups.isPossible());
        addClassName("backup");
        progress.getElement().setAttribute("role", "status");
        progress.addClassName("backup-progress");
        add(new PageHead(words.say("backup.title"), words.say("backup.text"), now), progress);
        add(section("backup.list", backups.isPossible()
                ? new Paragraph(words.say("backup.where", backups.folder().toString(), backups.keep()))
                : new Paragraph(words.say("backup.other")), list));
        add(section("backup.journal", state(journal, replay)));
        add(section("backup.export", new Paragraph(words.say("backup.export.text")), download(export)));
        showAll();
    }

    private Section section(String title, Component... parts) {
        var section = new Section(new H2(words.say(title)));
        section.add(parts);
        return section;
    }

    private void showAll() {
        list.removeAll();
        var all = backups.all();
        if (all.isEmpty()) {
            list.add(new Empty(words.say("backup.none")));
            return;
        }
        var grid = new Grid<Backup>();
        column(grid, "backup.made", b -> WHEN.format(b.at()));
        column(grid, "backup.file", Backup::name);
        column(grid, "backup.size", b -> words.say("backup.kilobytes", (b.bytes() + 1023) / 1024));
        column(grid, "backup.change", b -> String.valueOf(b.lastChange()));
        grid.addComponentColumn(b -> new Button(words.say("backup.verify"), click -> verify(b))).setAutoWidth(true);
        grid.setItems(all);
        grid.setAllRowsVisible(true);
        list.add(grid);
    }

    private void column(Grid<Backup> grid, String title, Function<Backup, String> text) {
        grid.addColumn(text::apply).setHeader(words.say(title)).setAutoWidth(true);
    }

    private Component state(Journal journal, Replay replay) {
        var box = new Div();
        if (journal.folder().isEmpty()) {
            box.add(new Paragraph(words.say("backup.journal.off")));
            return box;
        }
        box.add(new Paragraph(words.say("backup.journal.where", journal.folder().get().toString(),
                String.valueOf(replay.last()))));
        var said = new Paragraph();
        said.getElement().setAttribute("role", "status");
        var check = new Button(words.say("backup.journal.check"));
        check.addClickListener(click -> inBackground(() -> journal.survey().orElseThrow(), survey -> {
            var lacking = survey.last() != replay.last();
            said.setText(survey.damaged().isEmpty() && !lacking
                    ? words.say("backup.journal.good", survey.entries().size(), survey.files())
                    : lacking ? words.say("backup.journal.behind", String.valueOf(survey.last()))
                    : words.say("backup.journal.damaged", String.join(", ", survey.damaged())));
        }));
        box.add(check, said);
        return box;
    }

    private Component download(Export export) {
        // who may have it is looked up at the click, not when the page was opened
        DownloadHandler handler = event -> write(export, event);
        var link = new Anchor(handler, words.say("backup.export.get"));
        link.setRouterIgnore(true);
        return link;
    }

    private void write(Export export, DownloadEvent event) {
        var person = admin();
        event.setFileName("raceboard-" + LocalDate.now(ZoneOffset.UTC) + ".zip");
        event.setContentType("application/zip");
        audit.record(AuditKind.EXPORT, person.name(), signedIn.address(), "everything", "export of everything as CSV and JSON");
        try {
            export.write(event.getOutputStream());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void makeOne() {
        var person = admin();
        var address = signedIn.address();
        var ui = UI.getCurrent();
        var cancelled = new AtomicBoolean();
        cancel = new Button(words.say("desk.cancel"), click -> {
            cancelled.set(true);
            click.getSource().setEnabled(false);
            progress.add(new Paragraph(words.say("backup.cancelling")));
        });
        inBackground(() -> {
            var backup = backups.make(step -> {
                if (cancelled.get()) {
                    throw new CancellationException();
                }
                ui.access(() -> tell(step));
            });
            audit.record(AuditKind.BACKUP, person.name(), address, backup.name(), "made by hand, up to change "
                    + backup.lastChange());
            return backup;
        }, backup -> {
            Toast.show(words.say("backup.done", backup.name()));
            showAll();
        });
    }

    private void tell(Backups.Step step) {
        if (step == Backups.Step.COPYING || step == Backups.Step.OPENING) {
            progress.removeAll();
            progress.add(bar(), new Paragraph(words.say("backup.step." + step.name().toLowerCase(Locale.ROOT))), cancel);
        }
    }

    private void verify(Backup backup) {
        var person = admin();
        var address = signedIn.address();
        inBackground(() -> {
            var wrong = backups.verify(backup);
            audit.record(AuditKind.BACKUP, person.name(), address, backup.name(),
                    wrong.isEmpty() ? "verified" : "found damaged");
            return wrong;
        }, wrong -> progress.add(new Paragraph(wrong.isEmpty() ? words.say("backup.whole", backup.name())
                : words.say("backup.broken", backup.name(), String.join(" ", wrong)))));
    }

    private interface Work<T> {
        T run();
    }

    private <T> void inBackground(Work<T> work, java.util.function.Consumer<T> then) {
        var ui = UI.getCurrent();
        now.setEnabled(false);
        progress.removeAll();
        progress.add(bar());
        Thread.ofVirtual().start(() -> {
            try {
                var result = work.run();
                ui.access(() -> {
                    progress.removeAll();
                    then.accept(result);
                    now.setEnabled(true);
                });
            } catch (CancellationException unwanted) {
                ui.access(() -> {
                    progress.removeAll();
                    progress.add(new Paragraph(words.say("backup.cancelled")));
                    now.setEnabled(true);
                });
            } catch (RuntimeException failed) {
                ui.access(() -> {
                    progress.removeAll();
                    progress.add(new Paragraph(words.say("backup.failed", String.valueOf(failed.getMessage()))));
                    now.setEnabled(true);
                });
            }
        });
    }

    private static ProgressBar bar() {
        var bar = new ProgressBar();
        bar.setIndeterminate(true);
        return bar;
    }

    private Person admin() {
        return signedIn.person().require(Role.ADMIN);
    }

    @Override
    public String getPageTitle() {
        return words.say("backup.title") + " · Raceboard";
    }
}
