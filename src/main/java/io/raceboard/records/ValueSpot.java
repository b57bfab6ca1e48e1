package io.raceboard.records;

import io.raceboard.catalog.Status;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a value lies in the list of all: what it is sorted and filtered by. */
record ValueSpot(long id, long series, LocalDate start, Status status, long source, long change, boolean current) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})\\.(\\d{4}-\\d{2}-\\d{2})");

    /** As in addresses: a page begins after it. */
    String text() {
        return id + "." + series + "." + start;
    }

    /** Empty for anything else. */
    static Optional<ValueSpot> parse(String text) {
        var m = FORM.matcher(text);
        try {
            return m.matches() ? Optional.of(new ValueSpot(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)),
                    LocalDate.parse(m.group(3)), Status.ACTUAL, 0, 0, true)) : Optional.empty();
        } catch (java.time.DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }
}
