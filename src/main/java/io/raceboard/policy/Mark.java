package io.raceboard.policy;

import java.time.LocalDate;

/**
 * An event as it is drawn in one lane; lengths in percent of the width.
 *
 * @param x left edge of a bar, middle of a point
 * @param width of a bar; 0 for a point
 * @param tail length of the hatched part behind a bar that was suspended or blocked and still is
 * @param earlier began before the months shown
 * @param fades goes on beyond today, with no end known
 * @param row from the top of the lane
 * @param label where the title is written
 * @param labelWidth room for the title
 */
record Mark(PolicyEvent event, Shape shape, Standing standing, double x, double width, double tail, boolean earlier,
        boolean fades, int row, Label label, double labelWidth) {

    enum Shape {
        /** Binds or bound from one day to another. */
        MEASURE,
        /** Lasted more than a day without binding anybody: a meeting, a pause. */
        STRETCH,
        POINT
    }

    enum Label { NONE, INSIDE, BEHIND }

    /**
     * The days that an event covers on a timeline.
     *
     * @param until the first day that it no longer covers; for a point the day after it
     * @param earlier began before the months shown
 * @param fades a measure without a known end: it goes on beyond today
     * @param tail the first day after the hatched part, or {@code until} where there is none
     */
    record Extent(Shape shape, LocalDate from, LocalDate until, boolean fades, LocalDate tail) {

        static Extent of(PolicyEvent event, LocalDate today) {
            var start = event.starts().start();
            var force = event.force().filter(f -> !f.from().isAfter(today));
            if (force.isPresent()) {
                var last = force.get().last();
                if (last == null) {
                    var now = today.plusDays(1);
                    return new Extent(Shape.MEASURE, start, now, true, now);
                }
                var until = last.isBefore(start) ? start.plusDays(1) : last.plusDays(1);
                var standing = event.standing(today);
                boolean hatched = standing == Standing.SUSPENDED || standing == Standing.BLOCKED;
                return new Extent(Shape.MEASURE, start, until, false, hatched ? today.plusDays(1) : until);
            }
            var ends = event.ends();
            if (ends != null && event.status() == PolicyEvent.Status.COMPLETED) {
                var until = ends.end().plusDays(1);
                return new Extent(Shape.STRETCH, start, until, false, until);
            }
            var until = event.starts().end().plusDays(1);
            return new Extent(Shape.POINT, start, until, false, until);
        }

        boolean shownIn(Window window) {
            return window.overlaps(from, tail.minusDays(1));
        }
    }
}
