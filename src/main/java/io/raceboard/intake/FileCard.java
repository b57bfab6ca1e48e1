package io.raceboard.intake;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Which file one is working on. */
class FileCard extends Div {

    FileCard(Pending file) {
        addClassName("intake-file");
        var name = new Span(file.name());
        name.addClassName("intake-name");
        var about = new Span(file.state().reading().kind() + ", " + size(file.size()));
        about.addClassName("intake-quiet");
        add(name, about);
    }

    /** {@code 12 kB}; the same in both languages. */
    static String size(long bytes) {
        return bytes < 1000 ? bytes + " B" : bytes < 1_000_000 ? bytes / 1000 + " kB"
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
