package io.raceboard.policy;

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

/** The page {@code /policy}: the timeline, and the same events as a list. */
@Component
class TimelinePage implements PageKind {

    /** Where the other topics have their lists of indicators; its canonical address is the timeline's. */
    private static final String AS_TOPIC = "/t/policy";

    private final PolicyEvents events;
    private final ReadModel readModel;
    private final Templates templates;

    TimelinePage(PolicyEvents events, ReadModel readModel, Templates templates) {
        this.events = events;
        this.readModel = readModel;
        this.templates = templates;
    }

    @Override
    public Optional<Page> find(Address address) {
        return address.path().equals(PolicyPages.PATH) || address.path().equals(AS_TOPIC)
                ? Optional.of(new Found(address))
                : Optional.empty();
    }

    private class Found implements Page {

        private final Address asked;

        Found(Address asked) {
            this.asked = asked;
        }

        @Override
        public Address canonical() {
            return contents().view().address();
        }

        @Override
        public long version(Versions versions) {
            return PolicyEvents.version(versions);
        }

        @Override
        public Rendered render() {
            var words = templates.words(asked.lang());
            var content = contents().content(words);
            var html = templates.render("policy/timeline.jte", Map.of("content", content, "words", words));
            return new Rendered(words.say("policy.title"), content.headline(), html,
                    PolicyDataset.describe(events.all(), content.headline(), words), 200);
        }

        private TimelineContents contents() {
            return new TimelineContents(events.all(), events.today(), readModel.catalog(), asked);
        }
    }
}
