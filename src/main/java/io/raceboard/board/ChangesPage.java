package io.raceboard.board;

import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import io.raceboard.page.Address;
import io.raceboard.page.Page;
import io.raceboard.page.PageKind;
import io.raceboard.page.Rendered;
import io.raceboard.page.Templates;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The public log of changes: when, who, what, from what to what. */
@Component
class ChangesPage implements PageKind {

    private static final String PATH = "/changes";
    private static final int MOST = 200;

    private final ReadModel readModel;
    private final Templates templates;

    ChangesPage(ReadModel readModel, Templates templates) {
        this.readModel = readModel;
        this.templates = templates;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().equals(PATH) ? Optional.of(new Log(address)) : Optional.empty();
    }

    private final class Log implements Page {

        private final Address asked;

        Log(Address asked) {
            this.asked = asked;
        }

        @Override
        public Address canonical() {
            return new Address(PATH, Map.of(), asked.lang());
        }

        @Override
        public long version(Versions versions) {
            return versions.latest();
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var catalog = readModel.catalog();
            var changes = readModel.latestChanges(MOST).stream()
                    .map(c -> ChangeLine.of(c, catalog, ReadModel.SAMPLE, words)).toList();
            var html = templates.render("board/changes.jte", Map.of(
                    "words", words,
                    "changes", changes,
                    "total", readModel.totals().changes(),
                    "notices", Notices.unknown(asked.params().keySet(), words)));
            return new Rendered(words.say("board.changes.title"), words.say("board.changes.lead"), html, null, 200);
        }
    }
}
