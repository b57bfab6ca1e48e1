package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Period;
import io.raceboard.live.Catalog;
import io.raceboard.page.Address;
import io.raceboard.page.Words;
import io.raceboard.policy.PolicyEvent.Category;
import io.raceboard.policy.TimelineContent.Choice;
import io.raceboard.policy.TimelineContent.Filter;
import io.raceboard.policy.TimelineContent.Month;
import io.raceboard.policy.TimelineContent.Year;
import io.raceboard.policy.TimelineContent.Zoom;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the content of the timeline page from the events and what the reader asked for. */
class TimelineContents {

    /** The first rule on advanced computing chips: the beginning of the contest as most people tell it. */
    private static final String FIRST_CHIP_RULE = "2022-10..latest";
    private static final int COMING = 3;
    private static final int LATEST = 3;

    private final List<PolicyEvent> events;
    private final LocalDate today;
    private final Catalog catalog;
    private final Window all;
    private final Map<String, Entity> jurisdictions;
    private final TimelineView view;

    TimelineContents(List<PolicyEvent> events, LocalDate today, Catalog catalog, Address asked) {
        this.events = events;
        this.today = today;
        this.catalog = catalog;
        this.all = all(events, today);
        this.jurisdictions = jurisdictions(events);
        this.view = TimelineView.of(asked, jurisdictions.keySet(), all, today);
    }

    TimelineView view() {
        return view;
    }

    /** All events that pass the filters, oldest first. */
    List<PolicyEvent> shown() {
        return events.stream().filter(event -> view.matches(event, today)).toList();
    }

    TimelineContent content(Words words) {
        var shown = shown();
        var panel = PolicyPanels.panel(events, today, words);
        var kept = new LinkedHashMap<>(view.address().params());
        kept.remove(TimelineView.Q);
        return new TimelineContent(view.address(), panel.headline(), notices(words),
                Coming.after(today, events).stream().limit(COMING)
                        .map(coming -> PolicyPanels.next(coming, today, words)).toList(),
                panel.latest().stream().limit(LATEST).toList(),
                filters(words), times(words), zoom(), view.q(), kept,
                view.filtered() ? PolicyPages.timeline(words.lang()) : null,
                TimelineDrawing.of(shown, lanes(), view.drawn(today), today, TimelineDrawing.Size.PAGE, words),
                shown.size(), events.size(), years(shown, words));
    }

    /** An act of two countries is not drawn with one that was not asked for. */
    private Set<Lane> lanes() {
        if (view.jurisdictions().isEmpty()) {
            return EnumSet.allOf(Lane.class);
        }
        var lanes = EnumSet.of(Lane.RELEASES);
        view.jurisdictions().forEach(slug -> lanes.add(Lane.of(jurisdictions.get(slug))));
        return lanes;
    }

    private List<String> notices(Words words) {
        return view.ignored().stream()
                .map(ignored -> ignored.value() == null
                        ? words.say("policy.notice.parameter", ignored.name())
                        : words.say("policy.notice.value", ignored.value(), ignored.name()))
                .toList();
    }

    private List<Filter> filters(Words words) {
        var places = jurisdictions.values().stream()
                .map(entity -> choice(TimelineView.JURISDICTION, entity.slug(), entity.title().in(words.lang()),
                        view.jurisdictions().contains(entity.slug()), event -> event.names(entity.slug())))
                .toList();
        var categories = Arrays.stream(Category.values())
                .map(category -> choice(TimelineView.CATEGORY, category.code(), EventRow.category(category, words),
                        view.categories().contains(category), event -> event.category() == category))
                .toList();
        var statuses = Arrays.stream(Standing.values())
                .map(standing -> choice(TimelineView.STATUS, standing.code(),
                        words.say("policy.status." + standing.code()), view.statuses().contains(standing),
                        event -> event.standing(today) == standing))
                .toList();
        return List.of(filter(TimelineView.JURISDICTION, places, words),
                filter(TimelineView.CATEGORY, categories, words), filter(TimelineView.STATUS, statuses, words));
    }

    private static Filter filter(String name, List<Choice> choices, Words words) {
        var on = choices.stream().filter(Choice::on).map(Choice::label).toList();
        var value = switch (on.size()) {
            case 0 -> words.say("policy.filter.all");
            case 1, 2 -> String.join(words.say("policy.and"), on);
            default -> words.say("policy.filter.several", on.size());
        };
        return new Filter(name, words.say("policy.filter." + name, value), choices);
    }

    private Choice choice(String filter, String code, String label, boolean on, Predicate<PolicyEvent> has) {
        int count = (int) events.stream()
                .filter(event -> view.matchesAllBut(filter, event, today) && has.test(event))
                .count();
        return new Choice(label, view.toggled(filter, code).href(), on, count);
    }

    /** Countries and blocs that acted, those with most acts first. */
    private static Map<String, Entity> jurisdictions(List<PolicyEvent> events) {
        var counts = events.stream().flatMap(event -> event.jurisdictions().stream())
                .collect(Collectors.groupingBy(entity -> entity, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<Entity, Long>comparingByValue().reversed()
                        .thenComparing(entry -> entry.getKey().slug()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toMap(Entity::slug, entity -> entity, (a, b) -> a, LinkedHashMap::new));
    }

    private List<Choice> times(Words words) {
        var asked = view.address().param(TimelineView.TIME).orElse(null);
        var year = YearMonth.from(today).minusMonths(11) + "..latest";
        var times = new ArrayList<Choice>();
        times.add(time("policy.time.year", year, asked, words));
        times.add(time("policy.time.usual", null, asked, words));
        times.add(time("policy.time.chips", FIRST_CHIP_RULE, asked, words));
        times.add(time("policy.time.all", "all", asked, words));
        return times;
    }

    private Choice time(String key, @Nullable String time, @Nullable String asked, Words words) {
        var canonical = time == null ? null : TimelineView.of(view.address().with(TimelineView.TIME, time),
                jurisdictions.keySet(), all, today).address().params().get(TimelineView.TIME);
        return new Choice(words.say(key), view.address().with(TimelineView.TIME, canonical).href(),
                Objects.equals(canonical, asked), 0);
    }

    private Zoom zoom() {
        var now = view.drawn(today);
        return new Zoom(href(now, now.zoom(0.5, today, all)), href(now, now.zoom(2, today, all)),
                href(now, now.pan(-1, all)), href(now, now.pan(1, all)));
    }

    private @Nullable String href(Window now, Window then) {
        if (then.equals(now)) {
            return null;
        }
        var time = then.equals(all) ? "all" : then.equals(TimelineView.usual(today)) ? null : then.toString();
        return view.address().with(TimelineView.TIME, time).href();
    }

    private List<Year> years(List<PolicyEvent> shown, Words words) {
        var byMonth = new TreeMap<Period, List<PolicyEvent>>(Comparator.reverseOrder());
        shown.stream()
                .sorted(Comparator.comparing(PolicyEvent::starts).reversed().thenComparing(PolicyEvent::slug))
                .forEach(event -> byMonth.computeIfAbsent(month(event.starts()), m -> new ArrayList<>()).add(event));
        var years = new LinkedHashMap<Integer, List<Month>>();
        byMonth.forEach((month, inMonth) -> years
                .computeIfAbsent(month.start().getYear(), y -> new ArrayList<>())
                .add(new Month(month.label(words.lang()),
                        inMonth.stream().map(event -> EventRow.of(event, today, catalog, words)).toList())));
        return years.entrySet().stream().map(year -> new Year(year.getKey(), year.getValue())).toList();
    }

    /** The month that a date is listed under; a date that is known only as a year keeps its year. */
    private static Period month(Period date) {
        return date.text().length() > 7 ? Period.parse(date.text().substring(0, 7)) : date;
    }

    /** From the first event to the last, today's surroundings included. */
    private static Window all(List<PolicyEvent> events, LocalDate today) {
        var usual = TimelineView.usual(today);
        var first = events.stream().map(event -> YearMonth.from(event.starts().start())).min(YearMonth::compareTo);
        var last = events.stream().map(event -> YearMonth.from(event.starts().end())).max(YearMonth::compareTo);
        return new Window(
                first.filter(usual.from()::isAfter).orElse(usual.from()),
                last.filter(usual.to()::isBefore).orElse(usual.to()));
    }
}
