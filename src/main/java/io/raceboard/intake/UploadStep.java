package io.raceboard.intake;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.Confirm;
import io.raceboard.desk.DeskWords;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** Takes the file, and lists those that were not finished. */
class UploadStep extends ImportStep {

    private final ImportDesk desk;
    private final DeskWords words;
    private final SignedIn signedIn;
    private final Consumer<Pending> open;
    private final Problem problem = new Problem();

    UploadStep(ImportDesk desk, DeskWords words, SignedIn signedIn, Consumer<Pending> open) {
        this.desk = desk;
        this.words = words;
        this.signedIn = signedIn;
        this.open = open;
        addClassName("intake-start");
        var take = new Section(upload(), problem);
        take.addClassName("intake-take");
        add(take, help());
        var unfinished = desk.intake().of(signedIn.person());
        if (!unfinished.isEmpty()) {
            add(list(unfinished));
        }
    }

    private Upload upload() {
        var upload = new Upload(new Receive());
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize((int) Limits.FILE_BYTES);
        upload.setAcceptedFileExtensions(".csv", ".tsv", ".txt", ".xlsx");
        upload.setUploadButton(new Button(words.say("intake.upload.choose")));
        upload.setDropLabel(new Span(words.say("intake.upload.drop")));
        upload.setI18n(texts());
        upload.addFileRejectedListener(rejected -> problem.show(rejected.getErrorMessage()));
        return upload;
    }

    private UploadI18N texts() {
        var tooLarge = words.say("intake.file.too-large", Limits.FILE_BYTES >> 20);
        return new UploadI18N()
                .setError(new UploadI18N.Error().setFileIsTooBig(tooLarge)
                        .setIncorrectFileType(words.say("intake.file.no-table"))
                        .setTooManyFiles(words.say("intake.upload.one")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status().setConnecting(words.say("intake.upload.connecting"))
                                .setStalled(words.say("intake.upload.stalled"))
                                .setProcessing(words.say("intake.upload.looking"))
                                .setHeld(words.say("intake.upload.waiting")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(words.say("intake.upload.remaining")).setUnknown(""))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(words.say("intake.upload.no-server"))
                                .setUnexpectedServerError(words.say("intake.upload.no-server"))
                                .setFileTooLarge(tooLarge).setForbidden(words.say("intake.upload.no-server"))))
                .setFile(new UploadI18N.File().setRemove(words.say("intake.upload.remove"))
                        .setRetry(words.say("intake.upload.retry")).setStart(words.say("intake.upload.choose")))
                .setUnits(List.of("B", "kB", "MB", "GB"));
    }

    private Section help() {
        var links = new Div(link(FileKind.XLSX, false, words.say("intake.template.xlsx")),
                link(FileKind.CSV, false, words.say("intake.template.csv")),
                link(FileKind.XLSX, true, words.say("intake.example.xlsx")),
                link(FileKind.CSV, true, words.say("intake.example.csv")));
        links.addClassName("intake-links");
        var section = new Section(new H2(words.say("intake.help.title")), new Paragraph(words.say("intake.help.limits",
                Limits.FILE_BYTES >> 20, Limits.ROWS)), new Paragraph(words.say("intake.help.columns")), links);
        section.addClassName("intake-help");
        return section;
    }

    private Anchor link(FileKind kind, boolean filled, String text) {
        DownloadHandler download = event -> {
            event.setFileName((filled ? "raceboard-example" : "raceboard-template") + kind.ending());
            desk.template().write(kind, filled, event.getOutputStream());
        };
        var link = new Anchor(download, text);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private Section list(List<Pending> unfinished) {
        var list = new UnorderedList();
        list.addClassName("intake-files");
        for (var pending : unfinished) {
            var go = new Button(words.say("intake.files.open"), click -> open.accept(pending));
            var drop = new Button(words.say("intake.discard"), click -> Confirm.ask(words,
                    words.say("intake.discard.title"), words.say("intake.discard.text", pending.name()),
                    words.say("intake.discard"), () -> {
                        desk.intake().discard(signedIn.person(), pending);
                        getUI().ifPresent(ui -> ui.refreshCurrentRoute(false));
                    }));
            var name = new Span(pending.name());
            name.addClassName("intake-name");
            var about = new Span(words.say("intake.files.about", FileCard.size(pending.size()),
                    words.say("intake.stage." + pending.state().stage().name().toLowerCase(java.util.Locale.ROOT))));
            about.addClassName("intake-quiet");
            list.add(new ListItem(name, about, go, drop));
        }
        var section = new Section(new H2(words.say("intake.files.title")), list);
        section.addClassName("intake-help");
        return section;
    }

    /** Takes the bytes as they come; nothing of them is kept in memory. */
    private final class Receive implements UploadHandler {

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var ui = event.getUI();
            var sentences = new Sentences(words.words());
            try (var in = event.getInputStream()) {
                var pending = desk.intake().upload(signedIn.person(), event.getFileName(), in);
                ui.access(() -> open.accept(pending));
            } catch (FileProblem unreadable) {
                ui.access(() -> problem.show(event.getFileName() + ": " + sentences.of(unreadable)));
            } catch (IOException cut) {
                ui.access(() -> problem.show(sentences.of(new FileProblem("unreadable"))));
                throw cut;
            }
        }

        @Override
        public long getRequestSizeMax() {
            return Limits.FILE_BYTES + (1 << 20);
        }

        @Override
        public long getFileSizeMax() {
            return Limits.FILE_BYTES + 1;
        }
    }
}
