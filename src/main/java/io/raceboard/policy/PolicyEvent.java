package io.raceboard.policy;

import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A dated act, as it is known now.
 *
 * @param starts day, month or year, as precisely as known
 * @param ends end of a meeting, or the day a measure stopped or is due to lapse
 * @param status the latest state known, not the state on the day: see {@link #standing}
 * @param indicators slugs of the indicators it bears on
 * @param history how it stood, in the order of time; empty where that is not recorded
 */
public record PolicyEvent(String slug, Period starts, @Nullable Period ends, List<Entity> jurisdictions,
        Category category, Status status, Direction direction, Label title, Label summary, List<Source> sources,
        List<String> indicators, List<Step> history) {

    /** A state, and since when. */
    public record Step(Status status, Period since) {
    }

    /** The latest state known. */
    public enum Status {
        PROPOSED, ANNOUNCED, IN_FORCE, SUSPENDED, BLOCKED, RESCINDED, COMPLETED;

        /** The word used in the store. */
        public String code() {
            return codeOf(this);
        }

        /** @throws IllegalArgumentException for any other word */
        public static Status of(String code) {
            return valueOf(nameOf(code));
        }
    }

    /** What kind of act it is. */
    public enum Category {
        EXPORT_CONTROL, TRADE_RETALIATION, INDUSTRIAL, REGULATION, INVESTMENT, INTERNATIONAL, ENERGY, IMMIGRATION,
        MODEL_RELEASE;

        /** The word used in the store and in addresses. */
        public String code() {
            return codeOf(this);
        }

        /** @throws IllegalArgumentException for any other word */
        public static Category of(String code) {
            return valueOf(nameOf(code));
        }
    }

    /** Whether the rules became stricter, compared with those just before the act. */
    public enum Direction {
        TIGHTEN, LOOSEN, NEUTRAL;

        /** The word used in the store. */
        public String code() {
            return codeOf(this);
        }

        /** @throws IllegalArgumentException for any other word */
        public static Direction of(String code) {
            return valueOf(nameOf(code));
        }
    }

    /**
     * The days on which a measure binds.
     *
     * @param from the first day
     * @param last the last day, or null while no end is known
     */
    public record Force(LocalDate from, @Nullable LocalDate last) {

        public boolean on(LocalDate day) {
            return !day.isBefore(from) && (last == null || !day.isAfter(last));
        }
    }

    /**
     * When the measure binds or bound: a measure in force to the end of its last day, a measure that was rescinded,
     * blocked or suspended until the day before. Empty for acts that never bound anybody, such as bills and meetings.
     * Where its history is recorded, the last time it bound counts.
     */
    public Optional<Force> force() {
        for (int n = history.size() - 1; n >= 0; n--) {
            if (history.get(n).status() == Status.IN_FORCE) {
                var last = n + 1 < history.size() ? history.get(n + 1).since().start().minusDays(1)
                        : ends == null ? null : ends.end();
                return Optional.of(new Force(history.get(n).since().start(), last));
            }
        }
        if (!history.isEmpty()) {
            return Optional.empty();
        }
        return switch (status) {
            case IN_FORCE -> Optional.of(new Force(starts.start(), ends == null ? null : ends.end()));
            case RESCINDED, BLOCKED, SUSPENDED -> ends == null
                    ? Optional.empty()
                    : Optional.of(new Force(starts.start(), ends.start().minusDays(1)));
            case PROPOSED, ANNOUNCED, COMPLETED -> Optional.empty();
        };
    }

    public boolean inForce(LocalDate day) {
        return history.isEmpty() ? boundOn(day) : recorded(day).filter(s -> s == Status.IN_FORCE).isPresent()
                && (ends == null || !recordedLast(day) || !day.isAfter(ends.end()));
    }

    /** The state that its history names for the day; empty before its first step. */
    private Optional<Status> recorded(LocalDate day) {
        return history.stream().filter(step -> !step.since().start().isAfter(day)).reduce((a, b) -> b)
                .map(Step::status);
    }

    private boolean recordedLast(LocalDate day) {
        return !history.getLast().since().start().isAfter(day);
    }

    private boolean boundOn(LocalDate day) {
        return force().filter(force -> force.on(day)).isPresent();
    }

    /** How the act stands on that day, by its dates and its latest status. */
    public Standing standing(LocalDate day) {
        var state = recorded(day);
        if (state.isPresent()) {
            return state.get() != Status.IN_FORCE ? Standing.valueOf(state.get().name())
                    : inForce(day) ? Standing.IN_FORCE : Standing.LAPSED;
        }
        if (day.isBefore(starts.start())) {
            return status == Status.PROPOSED ? Standing.PROPOSED : Standing.ANNOUNCED;
        }
        if (inForce(day)) {
            return Standing.IN_FORCE;
        }
        return status == Status.IN_FORCE ? Standing.LAPSED : Standing.valueOf(status.name());
    }

    public boolean isRelease() {
        return category == Category.MODEL_RELEASE;
    }

    /** Whether the act names this country or bloc. */
    public boolean names(String jurisdiction) {
        return jurisdictions.stream().anyMatch(entity -> entity.slug().equals(jurisdiction));
    }

    private static String codeOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String nameOf(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
