package io.raceboard.policy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The months that a timeline shows, both included, and where a day lies in them.
 *
 * @param from first month
 * @param to last month, not before the first
 */
record Window(YearMonth from, YearMonth to) {

    static final int LEAST_MONTHS = 3;

    Window {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("ends before it starts: " + from + ".." + to);
        }
    }

    /** A line of the time axis. */
    record Tick(double x, YearMonth month, Step step) {
    }

    /** How far the lines of the axis are apart. */
    enum Step {
        MONTH(1), QUARTER(3), YEAR(12);

        private final int months;

        Step(int months) {
            this.months = months;
        }
    }

    LocalDate first() {
        return from.atDay(1);
    }

    LocalDate last() {
        return to.atEndOfMonth();
    }

    int months() {
        return (int) ChronoUnit.MONTHS.between(from, to) + 1;
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    boolean overlaps(LocalDate start, LocalDate end) {
        return !start.isAfter(last()) && !end.isBefore(first());
    }

    /** Percent of the width at the beginning of this day; 0 and 100 for days outside. */
    double at(LocalDate day) {
        double days = ChronoUnit.DAYS.between(first(), day);
        return Math.clamp(days * 100 / width(), 0, 100);
    }

    private double width() {
        return ChronoUnit.DAYS.between(first(), last()) + 1;
    }

    Step step() {
        return months() <= 15 ? Step.MONTH : months() <= 60 ? Step.QUARTER : Step.YEAR;
    }

    /** The lines of the axis, oldest first; the start of a year is a year's line whatever the step. */
    List<Tick> ticks() {
        var step = step();
        var ticks = new ArrayList<Tick>();
        for (var month = from; !month.isAfter(to); month = month.plusMonths(1)) {
            if ((month.getMonthValue() - 1) % step.months == 0) {
                ticks.add(new Tick(at(month.atDay(1)), month, month.getMonthValue() == 1 ? Step.YEAR : step));
            }
        }
        return ticks;
    }

    /** Half (factor 0.5) or twice (2) as many months around today, or around the middle when today is not in view. */
    Window zoom(double factor, LocalDate today, Window most) {
        var middle = contains(today) ? YearMonth.from(today) : from.plusMonths(months() / 2);
        var before = Math.round(ChronoUnit.MONTHS.between(from, middle) * factor);
        var after = Math.round(ChronoUnit.MONTHS.between(middle, to) * factor);
        if (before + after + 1 < LEAST_MONTHS) {
            before = LEAST_MONTHS - 1 - after;
        }
        return new Window(middle.minusMonths(before), middle.plusMonths(after)).within(most);
    }

    /** Half a width earlier (-1) or later (1), as far as there is anything. */
    Window pan(int direction, Window most) {
        long by = Math.max(1, months() / 2);
        by = direction < 0
                ? -Math.min(by, Math.max(0, ChronoUnit.MONTHS.between(most.from, from)))
                : Math.min(by, Math.max(0, ChronoUnit.MONTHS.between(to, most.to)));
        return new Window(from.plusMonths(by), to.plusMonths(by));
    }

    private Window within(Window most) {
        var start = from.isBefore(most.from) ? most.from : from;
        var end = to.isAfter(most.to) ? most.to : to;
        return end.isBefore(start) ? most : new Window(start, end);
    }

    /** As in addresses: {@code 2024-03..2027-05}. */
    @Override
    public String toString() {
        return from + ".." + to;
    }
}
