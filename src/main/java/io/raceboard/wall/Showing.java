package io.raceboard.wall;

import io.raceboard.board.ChangeLine;
import io.raceboard.board.Exhibit;
import io.raceboard.board.Freshness;
import io.raceboard.policy.PolicyBrief;
import io.raceboard.policy.PolicyPanel;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A slide with what it shows now.
 *
 * @param id unique on the wall and stable over versions
 * @param title its own or the one the team gave it
 * @param fault why there is nothing to show, or null
 * @param changedAt when what it shows was last changed; null for notes, which do not change with the data
 */
public record Showing(String id, Slide slide, String title, @Nullable String fault, @Nullable Exhibit exhibit,
        List<Exhibit> topics, @Nullable PolicyPanel policy, @Nullable PolicyBrief brief, List<ChangeLine> changes,
        @Nullable Instant changedAt) {

    static Showing fault(String id, Slide slide, String title, String fault) {
        return new Showing(id, slide, title, fault, null, List.of(), null, null, List.of(), null);
    }

    /** The template that draws it. */
    public String kind() {
        return fault != null ? "fault" : slide.kind().code();
    }

    /** Whether a topic speaks: its sentence comes first, an indicator's number does. */
    public boolean told() {
        return exhibit != null && exhibit.path().startsWith("/t/");
    }

    /** {@code fresh}, {@code due}, or {@code gone} for a figure that nobody should rely on any more. */
    public static String state(@Nullable Freshness freshness) {
        return freshness == null || freshness.state().equals("fresh") ? "fresh"
                : freshness.state().equals("due") ? "due" : "gone";
    }

    /** The day after which the figure is greyed; null where no next one is promised. */
    public static @Nullable String due(@Nullable Freshness freshness) {
        return freshness == null || freshness.expected() == null ? null : freshness.expected().toString();
    }

    /** The day after which the figure is given up. */
    public static @Nullable String gone(@Nullable Freshness freshness) {
        return freshness == null || freshness.late() == null ? null : freshness.late().toString();
    }

    /** Figures that may still be relied on, then the others; each group in its order. */
    public static List<Exhibit.Shown> current(List<Exhibit.Shown> figures) {
        return Stream.concat(figures.stream().filter(f -> !state(f.freshness()).equals("gone")),
                figures.stream().filter(f -> state(f.freshness()).equals("gone"))).toList();
    }

    /** The figures under one label that tell the most: the first label whose figures may all be relied on. */
    public static List<Exhibit.Shown> leading(List<Exhibit.Shown> figures) {
        var byLabel = figures.stream().collect(Collectors.groupingBy(Exhibit.Shown::of, LinkedHashMap::new,
                Collectors.toList())).values();
        return byLabel.stream().filter(g -> g.stream().noneMatch(f -> state(f.freshness()).equals("gone")))
                .findFirst().orElseGet(() -> byLabel.stream().findFirst().orElse(List.of()))
                .stream().limit(2).toList();
    }

    /** Of the row whose value is the oldest; null where none has an age. */
    public static @Nullable Freshness oldest(List<Exhibit.Rank> ranking) {
        return ages(ranking).min(Comparator.comparing(f -> f.latest().end())).orElse(null);
    }

    /** Whether the values of all rows are of the same time. */
    public static boolean ofOneAge(List<Exhibit.Rank> ranking) {
        return ages(ranking).map(f -> f.latest().end()).distinct().count() <= 1;
    }

    private static Stream<Freshness> ages(List<Exhibit.Rank> ranking) {
        return ranking.stream().map(rank -> rank.shown().freshness()).filter(Objects::nonNull);
    }

    /** How soon a row of a list is dropped: those behind the third before anything else, the first never. */
    public static @Nullable String detail(int row) {
        return row == 0 ? null : String.valueOf(row < 3 ? 2 + row : 10 + row);
    }

    /** Measure and scope, without the name where that is the title already. */
    public String caption() {
        var caption = exhibit == null ? "" : exhibit.caption();
        var behind = exhibit == null ? "" : exhibit.title();
        return exhibit != null && title.equals(exhibit.title()) && caption.startsWith(behind)
                ? caption.substring(behind.length()).replaceFirst("^[.。：\\s]+", "") : caption;
    }
}
