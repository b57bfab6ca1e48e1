package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Source;
import io.raceboard.live.Catalog;
import io.raceboard.page.Address;
import io.raceboard.page.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An event as an entry of the list, in one language.
 *
 * @param since its first day in ISO form, as precisely as known
 * @param date with its end where it has one
 * @param colours of its jurisdictions' lanes, as custom properties
 * @param standing code of how it stands today, {@code status} says it in words
 * @param direction code, {@code course} says it in words; null for acts that leave the rules as they were
 */
public record EventRow(String slug, String since, String date, String jurisdictions, String colours, String category,
        String categoryMark, String standing, String status, String direction, @Nullable String course, String title,
        String summary, boolean release, List<Source> sources, List<Link> indicators, List<String> history) {

    /** A text that leads somewhere. */
    public record Link(String text, String href) {
    }

    static EventRow of(PolicyEvent event, LocalDate today, Catalog catalog, Words words) {
        var lang = words.lang();
        var standing = event.standing(today);
        var indicators = event.indicators().stream()
                .flatMap(slug -> catalog.indicator(slug).stream())
                .map(i -> new Link(i.title().in(lang), new Address("/i/" + i.slug(), Map.of(), lang).href()))
                .toList();
        return new EventRow(event.slug(), event.starts().text(), date(event, words), jurisdictions(event, words),
                colours(event), category(event.category(), words),
                words.say("policy.category." + event.category().code() + ".mark"), standing.code(),
                status(event, standing, words), event.direction().code(), course(event, words),
                event.title().in(lang), event.summary().in(lang), event.isRelease(), event.sources(), indicators,
                event.history().stream().map(step -> words.say("policy.history.step",
                        words.say("policy.status." + step.status().code()), step.since().label(lang))).toList());
    }

    static String date(PolicyEvent event, Words words) {
        var starts = event.starts().label(words.lang());
        var ends = event.ends();
        return ends == null ? starts : words.say("policy.date.span", starts, ends.label(words.lang()));
    }

    static String jurisdictions(PolicyEvent event, Words words) {
        return event.jurisdictions().stream()
                .map(Entity::shortTitle)
                .map(label -> label.in(words.lang()))
                .collect(Collectors.joining(words.say("policy.and")));
    }

    static String category(PolicyEvent.Category category, Words words) {
        return words.say("policy.category." + category.code());
    }

    /** The lane's colour of the first jurisdiction, also for a release: that of its developer's home. */
    static String colour(PolicyEvent event) {
        return event.jurisdictions().stream()
                .findFirst()
                .map(Lane::of)
                .orElse(Lane.INTERNATIONAL)
                .colour();
    }

    /** Those of the first two lanes that it belongs to. */
    static String colours(PolicyEvent event) {
        var lanes = event.jurisdictions().stream().map(Lane::of).distinct().toList();
        return lanes.size() < 2
                ? "--c:" + colour(event)
                : "--c:" + lanes.get(0).colour() + ";--c2:" + lanes.get(1).colour();
    }

    private static String status(PolicyEvent event, Standing standing, Words words) {
        return event.isRelease() ? words.say("policy.status.released") : words.say("policy.status." + standing.code());
    }

    private static @Nullable String course(PolicyEvent event, Words words) {
        return event.direction() == PolicyEvent.Direction.NEUTRAL
                ? null
                : words.say("policy.direction." + event.direction().code());
    }
}
