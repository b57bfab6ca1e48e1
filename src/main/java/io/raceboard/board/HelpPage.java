package io.raceboard.board;

import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How to read the board: terms, marks, keys. */
@Component
class HelpPage implements PageKind {

    private static final String PATH = "/help";

    private final Templates templates;

    HelpPage(Templates templates) {
        this.templates = templates;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().equals(PATH) ? Optional.of(new Help(address)) : Optional.empty();
    }

    private final class Help implements Page {

        private final Address asked;

        Help(Address asked) {
            this.asked = asked;
        }

        @Override
        public Address canonical() {
            return new Address(PATH, Map.of(), asked.lang());
        }

        /** Shows no data; counts as changed with the catalogue, because the menu around it does. */
        @Override
        public long version(Versions versions) {
            return versions.catalog();
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var html = templates.render("board/help.jte", Map.of(
                    "words", words,
                    "terms", List.of(Term.values()),
                    "notices", Notices.unknown(asked.params().keySet(), words)));
            return new Rendered(words.say("board.help.title"), words.say("board.help.lead"), html, null, 200);
        }
    }
}
