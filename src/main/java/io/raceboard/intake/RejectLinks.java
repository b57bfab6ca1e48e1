package io.raceboard.intake;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.raceboard.desk.DeskWords;
import java.io.IOException;

/** The refused rows as files to be corrected and imported again. */
class RejectLinks extends Div {

    RejectLinks(DeskWords words, Pending file, Preview preview) {
        addClassName("intake-links");
        add(link(words, file, preview, FileKind.XLSX, words.say("intake.rejects.xlsx")),
                link(words, file, preview, FileKind.CSV, words.say("intake.rejects.csv")));
    }

    private static Anchor link(DeskWords words, Pending file, Preview preview, FileKind kind, String text) {
        var said = words.words();
        DownloadHandler download = event -> {
            event.setFileName(FileKind.stem(file.name()) + "-refused" + kind.ending());
            try {
                RejectFile.write(file.file(), file.state().reading(), preview, kind, said, event.getOutputStream());
            } catch (FileProblem changed) {
                throw new IOException(changed);
            }
        };
        var link = new Anchor(download, text);
        link.getElement().setAttribute("download", true);
        return link;
    }
}
