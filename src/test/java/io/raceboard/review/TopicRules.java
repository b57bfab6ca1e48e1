package io.raceboard.review;

import io.raceboard.access.Role;
import io.raceboard.browser.DeskPeople;
import io.raceboard.browser.RunningApp;
import java.util.List;

/** A four-eyes rule in the running application for the time of a test; closing it switches the rule off. */
public final class TopicRules implements AutoCloseable {

    private final RunningApp app;
    private final String topic;

    private TopicRules(RunningApp app, String topic) {
        this.app = app;
        this.topic = topic;
    }

    public static TopicRules set(RunningApp app, String topic, FourEyes rule) {
        var set = new TopicRules(app, topic);
        set.write(rule);
        return set;
    }

    private void write(FourEyes rule) {
        var rules = app.bean(Rules.class);
        var now = rules.of(List.of(topic)).getFirst();
        if (!(rules.set(DeskPeople.person(app, Role.ADMIN), topic, rule, now.version()) instanceof RuleChange.Saved)) {
            throw new AssertionError("somebody else set the rule of " + topic);
        }
    }

    @Override
    public void close() {
        write(FourEyes.OFF);
    }
}
