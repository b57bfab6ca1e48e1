package io.raceboard.policy;

import io.raceboard.catalog.Period;
import io.raceboard.page.Address;
import io.raceboard.policy.PolicyEvent.Category;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What of the timeline a reader asked for; an empty set means all.
 *
 * @param time the months asked for, or null: the drawing shows its usual months and the list has everything
 * @param words lower-case words that the text of an event must contain
 * @param ignored parameters and values that mean nothing here
 */
record TimelineView(Address address, Set<String> jurisdictions, Set<Category> categories, Set<Standing> statuses,
        @Nullable Window time, String q, List<String> words, List<Ignored> ignored) {

    static final String JURISDICTION = "jurisdiction";
    static final String CATEGORY = "category";
    static final String STATUS = "status";
    static final String TIME = "time";
    static final String Q = "q";

    private static final int MONTHS_BACK = 35;
    private static final int MONTHS_AHEAD = 6;
    private static final int LONGEST_SEARCH = 100;

    /** @param value null when the parameter itself is unknown */
    record Ignored(String name, @Nullable String value) {
    }

    static TimelineView of(Address asked, Set<String> knownJurisdictions, Window all, LocalDate today) {
        var ignored = new ArrayList<Ignored>();
        var jurisdictions = chosen(asked, JURISDICTION, ignored,
                code -> knownJurisdictions.contains(code) ? Optional.of(code) : Optional.empty());
        var categories = chosen(asked, CATEGORY, ignored, code -> Arrays.stream(Category.values())
                .filter(category -> category.code().equals(code)).findFirst());
        var statuses = chosen(asked, STATUS, ignored, Standing::of);
        var time = asked.param(TIME).filter(text -> !text.isBlank())
                .flatMap(text -> window(text, all, today).or(() -> {
                    ignored.add(new Ignored(TIME, text));
                    return Optional.empty();
                }))
                .orElse(null);
        var q = asked.param(Q).map(String::strip).orElse("");
        q = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        asked.params().keySet().stream()
                .filter(name -> !Set.of(JURISDICTION, CATEGORY, STATUS, TIME, Q).contains(name))
                .forEach(name -> ignored.add(new Ignored(name, null)));
        var params = new LinkedHashMap<String, String>();
        put(params, JURISDICTION, String.join(",", jurisdictions));
        put(params, CATEGORY, categories.stream().map(Category::code).collect(Collectors.joining(",")));
        put(params, STATUS, statuses.stream().map(Standing::code).collect(Collectors.joining(",")));
        put(params, TIME, time == null ? "" : time.equals(all) ? "all" : time.toString());
        put(params, Q, q);
        var words = q.isEmpty() ? List.<String>of() : List.of(q.toLowerCase(Locale.ROOT).split("\\s+"));
        return new TimelineView(new Address(PolicyPages.PATH, params, asked.lang()), jurisdictions, categories,
                statuses, time, q, words, List.copyOf(ignored));
    }

    /** The months drawn when nobody asked for others: three years back, half a year ahead. */
    static Window usual(LocalDate today) {
        var month = YearMonth.from(today);
        return new Window(month.minusMonths(MONTHS_BACK), month.plusMonths(MONTHS_AHEAD));
    }

    Window drawn(LocalDate today) {
        return time == null ? usual(today) : time;
    }

    boolean matches(PolicyEvent event, LocalDate today) {
        return matchesAllBut("", event, today)
                && (time == null || Mark.Extent.of(event, today).shownIn(time));
    }

    /** Whether the event passes the filters, apart from the time and the one named: for counts beside its choices. */
    boolean matchesAllBut(String filter, PolicyEvent event, LocalDate today) {
        return (filter.equals(JURISDICTION) || jurisdictions.isEmpty() || jurisdictions.stream().anyMatch(event::names))
                && (filter.equals(CATEGORY) || categories.isEmpty() || categories.contains(event.category()))
                && (filter.equals(STATUS) || statuses.isEmpty() || statuses.contains(event.standing(today)))
                && (words.isEmpty() || containsAll(event));
    }

    /** The same view with one choice of a filter switched on or off. */
    Address toggled(String filter, String code) {
        var codes = new LinkedHashSet<>(address.param(filter).map(list -> List.of(list.split(","))).orElse(List.of()));
        if (!codes.remove(code)) {
            codes.add(code);
        }
        return address.with(filter, codes.isEmpty() ? null : String.join(",", codes));
    }

    boolean filtered() {
        return !address.params().isEmpty();
    }

    private boolean containsAll(PolicyEvent event) {
        var text = String.join("\n", event.title().en(), String.valueOf(event.title().zh()), event.summary().en(),
                String.valueOf(event.summary().zh()), event.slug(),
                event.jurisdictions().stream().map(entity -> entity.title().en() + " " + entity.title().zh())
                        .collect(Collectors.joining(" ")),
                event.sources().stream().map(source -> source.title() + " " + source.publisher())
                        .collect(Collectors.joining(" "))).toLowerCase(Locale.ROOT);
        return words.stream().allMatch(text::contains);
    }

    private static <T> Set<T> chosen(Address asked, String name, List<Ignored> ignored,
            Function<String, Optional<T>> known) {
        var found = new LinkedHashSet<T>();
        for (var code : asked.param(name).orElse("").split(",")) {
            if (!code.isBlank()) {
                known.apply(code.strip()).ifPresentOrElse(found::add, () -> ignored.add(new Ignored(name, code)));
            }
        }
        return found;
    }

    /** {@code all}, {@code 2025}, {@code 2025-Q3..latest}, {@code 2024-03..2027}: whole months, the usual end for latest. */
    private static Optional<Window> window(String text, Window all, LocalDate today) {
        if (text.equals("all")) {
            return Optional.of(all);
        }
        int dots = text.indexOf("..");
        var from = Period.find(dots < 0 ? text : text.substring(0, dots));
        var to = dots < 0 ? from : text.substring(dots + 2).equals("latest")
                ? Optional.of(Period.parse(usual(today).to().toString()))
                : Period.find(text.substring(dots + 2));
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var first = YearMonth.from(from.get().start());
        var last = YearMonth.from(to.get().end());
        if (last.isBefore(first) || last.isBefore(all.from()) || first.isAfter(all.to())) {
            return Optional.empty();
        }
        return Optional.of(new Window(first.isBefore(all.from()) ? all.from() : first,
                last.isAfter(all.to()) ? all.to() : last));
    }

    private static void put(LinkedHashMap<String, String> params, String name, String value) {
        if (!value.isEmpty()) {
            params.put(name, value);
        }
    }
}
