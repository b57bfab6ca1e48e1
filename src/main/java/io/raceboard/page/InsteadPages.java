package io.raceboard.page;

import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is shown where a page cannot be: what is the matter, and where to go on. */
@Component
class InsteadPages {

    private final Templates templates;
    private final ReadModel readModel;

    InsteadPages(Templates templates, ReadModel readModel) {
        this.templates = templates;
        this.readModel = readModel;
    }

    /** For an address where nothing is. */
    Page noSuch(Address address) {
        return new Instead(address, "missing", 404);
    }

    /** For an address whose page cannot be made. */
    Page failed(Address address) {
        return new Instead(address, "failed", 500);
    }

    private final class Instead implements Page {

        private final Address address;
        private final String matter;
        private final int status;

        private Instead(Address address, String matter, int status) {
            this.address = address;
            this.matter = matter;
            this.status = status;
        }

        @Override
        public Address canonical() {
            return new Address(address.path(), Map.of(), address.lang());
        }

        @Override
        public long version(Versions versions) {
            return versions.catalog();
        }

        @Override
        public Rendered render() {
            var words = templates.words(address.lang());
            var title = words.say("shell." + matter + ".title");
            var text = words.say("shell." + matter + ".text", address.path());
            var html = templates.render("page/instead.jte", Map.of(
                    "words", words,
                    "title", title,
                    "text", text,
                    "lang", address.lang(),
                    "topics", readModel.catalog().topics()));
            return new Rendered(title, text, html, null, status);
        }
    }
}
