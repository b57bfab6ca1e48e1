package io.raceboard.wall;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.DataProvider;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.Confirm;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every screen with what it shows and how it fares, and what can be done with it from here. */
@Route(value = "desk/displays", layout = DeskLayout.class)
@Menu(title = "wall.displays", order = 71)
@RolesAllowed("ADMIN")
@CssImport("./styles/desk-walls.css")
class DisplaysView extends Div implements HasDynamicTitle {

    private static final ScheduledExecutorService TICKER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("desk-displays").factory());
    private static final int EVERY_SECONDS = 3;
    private static final int LONGEST_NOTE = 500;
    /** Chosen in place of a wall's slug, which is never empty. */
    private static final String HOME = "";

    private final Displays displays;
    private final DisplayProof proof;
    private final DisplayWatch watch;
    private final WallDocuments documents;
    private final Walls walls;
    private final WallDesk desk;
    private final SignedIn signedIn;
    private final DeskWords words;
    private final Clock clock;
    private final Grid<Display> grid = new Grid<>();
    private final Paragraph summary = new Paragraph();
    private final Div commands = new Div();
    private final List<Display> shown = new ArrayList<>();
    private final Empty none;
    private @Nullable ScheduledFuture<?> ticking;

    DisplaysView(Displays displays, DisplayProof proof, DisplayWatch watch, WallDocuments documents, Walls walls,
            WallDesk desk, SignedIn signedIn, DeskWords words, Clock clock) {
        this.displays = displays;
        this.proof = proof;
        this.watch = watch;
        this.documents = documents;
        this.walls = walls;
        this.desk = desk;
        this.signedIn = signedIn;
        this.words = words;
        this.clock = clock;
        this.none = new Empty(words.say("wall.displays.none"));
        addClassName("displays");
        summary.addClassName("displays-summary");
        summary.getElement().setAttribute("role", "status");
        add(new PageHead(words.say("wall.displays"), words.say("wall.displays.text")), summary, commands,
                none, grid);
        columns();
        commands();
        refresh();
    }

    private void columns() {
        grid.setAllRowsVisible(true);
        grid.setDataProvider(DataProvider.ofCollection(shown));
        grid.addClassName("displays-grid");
        grid.addComponentColumn(this::name).setHeader(words.say("wall.display.name")).setAutoWidth(true).setFlexGrow(1);
        grid.addComponentColumn(this::state).setHeader(words.say("wall.display.state")).setAutoWidth(true);
        text("wall.display.wall", d -> d.entrance == null ? "–" : d.entrance.wall().title()
                + (d.beat == null || d.beat.slide() == null ? "" : " · " + d.beat.slide().substring(1))
                + displays.goal(d).map(wall -> " → " + wall.title()).orElse(""));
        text("wall.display.heard", d -> ago(d.heard));
        text("wall.display.version", d -> d.beat == null || d.beat.build() == null ? "–"
                : d.beat.build().equals(documents.build()) ? words.say("wall.display.version.current")
                : words.say("wall.display.version.old", d.beat.build()));
        text("wall.display.memory", d -> d.beat == null || d.beat.memory() == 0 ? "–"
                : words.say("wall.display.memory.mb", String.valueOf(d.beat.memory() >> 20), String.valueOf(d.beat.nodes())));
        text("wall.display.clock", d -> d.beat == null ? "–" : offset(d.beat.offset()));
        text("wall.display.screen", d -> d.beat == null || d.beat.screen() == null ? "–" : d.beat.screen());
    }

    private void text(String header, Function<Display, String> value) {
        grid.addColumn(value::apply).setHeader(words.say(header)).setAutoWidth(true);
    }

    private Component name(Display display) {
        var named = display.named;
        var cell = new Div(new Span(display.title()));
        cell.addClassName("display-name");
        var place = named == null || named.place() == null ? "" : named.place();
        cell.add(new Span(named == null ? words.say("wall.display.unnamed") : place));
        return cell;
    }

    /** Proof of display: what the screen really painted, against the store. */
    private Component state(Display display) {
        var wrong = proof.wrong(display);
        var silent = watch.isSilent(display);
        var late = !silent && display.heard.isBefore(clock.instant().minusSeconds(30));
        var state = silent ? "silent" : !wrong.isEmpty() ? "wrong" : late ? "late"
                : display.beat != null && display.beat.hidden() ? "hidden"
                : display.beat != null && display.beat.dark() ? "dark"
                : display.beat != null && display.beat.paused() ? "paused" : "right";
        var cell = new Div(new Span(switch (state) {
            case "silent" -> words.say("wall.display.silent", ago(display.heard));
            case "wrong" -> words.say("wall.display.wrong", wrong.size());
            default -> words.say("wall.display." + state);
        }));
        cell.addClassName("display-state");
        cell.getElement().setAttribute("data-state", state);
        if (!wrong.isEmpty()) {
            cell.getElement().setAttribute("title", String.join("\n", wrong));
        }
        var why = display.beat == null ? null : display.beat.why();
        if (why != null && !why.isBlank()) {
            cell.add(new Span(words.say("wall.display.reloads", display.beat.reloads(), why)));
        }
        return cell;
    }

    /** What can be done with the chosen screens. Beside the list, not in it: its rows are made anew every few seconds. */
    private void commands() {
        command("wall.do.identify", display -> command(display, "identify", null));
        command("wall.do.name", display -> name(display, display.title()));
        command("wall.do.reload", display -> command(display, "reload", null));
        command("wall.do.goto", this::goTo);
        commands.add(new Button(words.say("wall.do.note"), click -> note(grid.getSelectedItems())));
        command("wall.do.pause", display -> command(display, "pause", null));
        command("wall.do.resume", display -> command(display, "resume", null));
        command("wall.do.move", this::move);
        command("wall.do.revoke", this::revoke);
        command("wall.do.forget", display -> {
            desk.forget(signedIn.person(), display);
            grid.deselect(display);
            refresh();
        });
        commands.addClassName("displays-commands");
        commands.getElement().setAttribute("role", "toolbar");
        commands.getElement().setAttribute("aria-label", words.say("wall.display.do"));
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addSelectionListener(chosen -> enable());
        enable();
    }

    private void command(String key, Consumer<Display> act) {
        var button = new Button(words.say(key), click -> grid.getSelectedItems().forEach(act));
        button.setId(key.substring(key.lastIndexOf('.') + 1));
        commands.add(button);
    }

    private void enable() {
        var chosen = grid.getSelectedItems();
        commands.getChildren().forEach(button -> ((Button) button).setEnabled(switch (button.getId().orElse("")) {
            case "name", "goto", "move" -> chosen.size() == 1;
            case "revoke" -> chosen.size() == 1 && chosen.stream().allMatch(d -> d.entrance != null
                    && d.entrance.link() != null);
            case "forget" -> !chosen.isEmpty() && chosen.stream().noneMatch(d -> d.isHere(clock.instant()));
            default -> !chosen.isEmpty();
        }));
    }

    private void command(Display display, String what, @Nullable String text) {
        desk.command(signedIn.person(), display, what, text);
        Toast.show(words.say("wall.do.sent", display.title()));
    }

    private void name(Display display, String title) {
        var named = display.named;
        var label = new TextField(words.say("wall.display.name"));
        label.setMaxLength(120);
        label.setValue(named == null ? "" : title);
        var place = new TextField(words.say("wall.display.place"));
        place.setMaxLength(120);
        place.setValue(named == null || named.place() == null ? "" : named.place());
        ask(words.say("wall.do.name"), words.say("wall.save"), () -> {
            if (label.getValue().isBlank()) {
                label.setErrorMessage(words.say("wall.check.title", 120));
                label.setInvalid(true);
                return false;
            }
            desk.name(signedIn.person(), display, label.getValue().strip(),
                    place.getValue().isBlank() ? null : place.getValue().strip());
            refresh();
            return true;
        }, label, place);
    }

    private void goTo(Display display) {
        var entrance = display.entrance;
        if (entrance == null) {
            return;
        }
        var slides = entrance.wall().slides();
        var choice = new ComboBox<Integer>(words.say("wall.slide"));
        choice.setItems(java.util.stream.IntStream.rangeClosed(1, slides.size()).boxed().toList());
        choice.setItemLabelGenerator(n -> n + ". " + words.say("wall.kind." + slides.get(n - 1).kind().code()));
        ask(words.say("wall.do.goto"), words.say("wall.do.show"), () -> {
            if (choice.getValue() != null) {
                command(display, "goto", String.valueOf(choice.getValue()));
            }
            return choice.getValue() != null;
        }, choice);
    }

    private void note(Set<Display> chosen) {
        var text = new TextArea(words.say("wall.message.label"));
        text.setMaxLength(LONGEST_NOTE);
        text.setHelperText(words.say("wall.do.note.text"));
        ask(words.say("wall.do.note"), words.say("wall.do.send"), () -> {
            chosen.forEach(display -> command(display, "note", text.getValue()));
            return true;
        }, text);
    }

    private void move(Display display) {
        var choice = new ComboBox<String>(words.say("wall.display.wall"));
        choice.setItems(java.util.stream.Stream.concat(java.util.stream.Stream.of(HOME, RaceWall.SLUG),
                walls.all().stream().map(Wall::slug)).toList());
        choice.setItemLabelGenerator(slug -> slug.equals(HOME) ? words.say("wall.do.move.home")
                : walls.find(slug).map(Wall::title).orElse(slug));
        choice.setHelperText(words.say("wall.do.move.text"));
        ask(words.say("wall.do.move"), words.say("wall.do.move"), () -> {
            if (choice.getValue() != null) {
                if (choice.getValue().equals(HOME)) {
                    desk.moveHome(signedIn.person(), display);
                } else {
                    desk.move(signedIn.person(), display, choice.getValue());
                }
                Toast.show(words.say("wall.do.sent", display.title()));
            }
            return choice.getValue() != null;
        }, choice);
    }

    private void revoke(Display display) {
        var entrance = display.entrance;
        if (entrance == null || entrance.link() == null) {
            return;
        }
        var link = desk.links(signedIn.person()).stream().filter(l -> l.id() == entrance.link()).findFirst();
        link.ifPresent(l -> Confirm.ask(words, words.say("wall.do.revoke.title", l.label()),
                words.say("wall.do.revoke.text", displays.behind(l.id()).size()), words.say("wall.do.revoke"), () -> {
                    desk.revoke(signedIn.person(), l);
                    refresh();
                }));
    }

    private void ask(String title, String act, java.util.function.BooleanSupplier then, Component... parts) {
        var dialog = new Dialog();
        dialog.setHeaderTitle(title);
        var form = new Div(parts);
        form.addClassName("walls-form");
        dialog.add(form);
        var go = new Button(act, click -> {
            if (then.getAsBoolean()) {
                dialog.close();
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        dialog.getFooter().add(new Button(words.say("desk.cancel"), click -> dialog.close()), go);
        dialog.open();
    }

    private void refresh() {
        var all = displays.all();
        none.setVisible(all.isEmpty());
        grid.setVisible(!all.isEmpty());
        commands.setVisible(!all.isEmpty());
        shown.clear();
        shown.addAll(all);
        grid.getDataProvider().refreshAll();
        enable();
        long silent = all.stream().filter(watch::isSilent).count();
        long wrong = all.stream().filter(d -> !watch.isSilent(d) && !proof.wrong(d).isEmpty()).count();
        summary.setText(words.say("wall.displays.summary", displays.here(), silent, wrong));
        summary.getElement().setAttribute("data-state", silent + wrong > 0 ? "wrong" : "right");
    }

    private String ago(Instant then) {
        if (then.equals(Instant.EPOCH)) {
            return "–";
        }
        var age = Duration.between(then, clock.instant());
        return age.toMinutes() < 1 ? words.say("wall.ago.seconds", Math.max(0, age.toSeconds()))
                : age.toHours() < 1 ? words.say("wall.ago.minutes", age.toMinutes())
                : age.toDays() < 2 ? words.say("wall.ago.hours", age.toHours())
                : words.say("wall.ago.days", age.toDays());
    }

    private String offset(long ms) {
        return Math.abs(ms) < 2000 ? words.say("wall.display.clock.right")
                : words.say(ms > 0 ? "wall.display.clock.ahead" : "wall.display.clock.behind", Math.abs(ms) / 1000);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        var ui = attached.getUI();
        ticking = TICKER.scheduleWithFixedDelay(() -> ui.access(this::refresh), EVERY_SECONDS, EVERY_SECONDS,
                TimeUnit.SECONDS);
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("wall.displays") + " · Raceboard";
    }
}
