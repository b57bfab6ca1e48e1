package io.raceboard.page;

import io.raceboard.live.ReadModel;
import io.raceboard.live.Versions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is shown, with status 404, at an address where nothing is. */
@Component
class NoSuchPage {

    private final Templates templates;
    private final ReadModel readModel;

    NoSuchPage(Templates templates, ReadModel readModel) {
        this.templates = templates;
        this.readModel = readModel;
    }

    Page at(Address address) {
        return new Page() {
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
                var html = templates.render("page/nothing-here.jte", Map.of(
                        "words", words,
                        "path", address.path(),
                        "lang", address.lang(),
                        "topics", readModel.catalog().topics()));
                return new Rendered(words.say("shell.missing.title"), words.say("shell.missing.text", address.path()),
                        html, null, List.of(), 404);
            }
        };
    }
}
