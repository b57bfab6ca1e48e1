package io.raceboard.page;

import io.raceboard.live.ReadModel;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Header, menu, connection state and footer around every public page. */
@Component
class Frame {

    private final Templates templates;
    private final ReadModel readModel;

    Frame(Templates templates, ReadModel readModel) {
        this.templates = templates;
        this.readModel = readModel;
    }

    /** {@code <div id="page">} with everything that the reader sees of this page. */
    String around(Address address, Rendered page, String stamp) {
        var words = templates.words(address.lang());
        return templates.render("page/page.jte", Map.of(
                "words", words,
                "address", address,
                "topics", readModel.catalog().topics(),
                "page", page,
                "stamp", stamp,
                "savedAt", readModel.versions().savedAt()));
    }
}
