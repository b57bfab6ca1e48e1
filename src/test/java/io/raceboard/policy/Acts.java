package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.PolicyEvent.Direction;
import io.raceboard.policy.PolicyEvent.Status;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Acts for tests, said in a line. */
final class Acts {

    static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    static final Words ENGLISH = words(Lang.EN);
    static final Words CHINESE = words(Lang.ZH);

    private Acts() {
    }

    static PolicyEvent act(String slug, String starts, @Nullable String ends, Status status) {
        return act(slug, starts, ends, status, Category.EXPORT_CONTROL, Direction.TIGHTEN, "us");
    }

    static PolicyEvent act(String slug, String starts, @Nullable String ends, Status status, Category category,
            Direction direction, String... jurisdictions) {
        return new PolicyEvent(slug, Period.parse(starts), ends == null ? null : Period.parse(ends),
                Stream.of(jurisdictions).map(Acts::place).toList(), category, status, direction,
                new Label("Title of " + slug, slug + "的标题"), new Label("Summary of " + slug, null),
                List.of(source("paper")), List.of(), List.of());
    }

    static PolicyEvent titled(PolicyEvent act, String title) {
        return new PolicyEvent(act.slug(), act.starts(), act.ends(), act.jurisdictions(), act.category(), act.status(),
                act.direction(), new Label(title, null), new Label(title, null), act.sources(), act.indicators(),
                act.history());
    }

    static Entity place(String slug) {
        var parent = List.of("nl", "fr").contains(slug) ? "eu" : null;
        var label = new Label(slug.toUpperCase(), slug);
        return new Entity(slug, Entity.Kind.COUNTRY, parent, label, label, "#6B7280", Entity.Dash.SOLID,
                Entity.Marker.CIRCLE);
    }

    static Source source(String slug) {
        return new Source(slug, "Title of " + slug, "Publisher", "https://example.org/" + slug, "2026-01", "free",
                "facts", false, false, null);
    }

    private static Words words(Lang lang) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/policy", "messages/shell");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, lang);
    }
}
