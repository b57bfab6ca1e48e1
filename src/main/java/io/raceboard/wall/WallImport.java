package io.raceboard.wall;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.UploadHandler;
import io.raceboard.desk.DeskWords;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Takes a wall as YAML, from a file or pasted; every fault is told with its line, and can be mended on the spot. */
class WallImport extends Dialog {

    /** More than any text that is read, and still little. */
    private static final int MOST_BYTES = 1 << 20;

    private final WallYaml yaml;
    private final DeskWords words;
    private final TextArea text = new TextArea();
    private final UnorderedList faults = new UnorderedList();

    /** @param open gets the wall when it has no fault */
    WallImport(WallYaml yaml, DeskWords words, Consumer<Wall> open) {
        this.yaml = yaml;
        this.words = words;
        setHeaderTitle(words.say("wall.walls.import"));
        setWidth("44rem");
        text.setLabel(words.say("wall.import.yaml"));
        text.setWidthFull();
        text.setMinRows(12);
        text.setMaxRows(20);
        faults.getElement().setAttribute("role", "alert");
        add(new Paragraph(words.say("wall.import.text")), upload(), text, faults);
        var go = new Button(words.say("wall.import.go"), click -> {
            var read = read();
            if (read.wall() != null && read.faults().isEmpty()) {
                close();
                open.accept(read.wall());
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), go);
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((file, bytes) -> {
            upload.clearFileList();
            text.setValue(new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
            read();
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST_BYTES);
        upload.setAcceptedFileExtensions(".yaml", ".yml", ".txt");
        upload.setUploadButton(new Button(words.say("wall.import.file")));
        upload.setDropLabel(new Span(words.say("intake.upload.drop")));
        upload.setI18n(new UploadI18N().setError(new UploadI18N.Error()
                .setFileIsTooBig(words.say("wall.import.refused")).setIncorrectFileType(words.say("wall.import.refused"))
                .setTooManyFiles(words.say("intake.upload.one"))));
        upload.addFileRejectedListener(rejected -> tell(List.of(rejected.getErrorMessage())));
        return upload;
    }

    private WallYaml.Result read() {
        var read = yaml.read(text.getValue(), words.words());
        tell(read.faults().stream().map(f -> words.say("wall.import.line", String.valueOf(f.line()), f.reason())).toList());
        return read;
    }

    private void tell(List<String> sentences) {
        faults.removeAll();
        sentences.forEach(sentence -> faults.add(new ListItem(sentence)));
        text.setInvalid(!sentences.isEmpty());
    }
}
