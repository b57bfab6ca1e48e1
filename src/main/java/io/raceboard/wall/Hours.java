package io.raceboard.wall;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** A part of each day, such as {@code 19:00-07:00}; it may pass midnight. */
public record Hours(LocalTime from, LocalTime to) {

    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("HH:mm");

    /** Empty for anything that is no span of the day. */
    static Optional<Hours> find(String text) {
        var parts = text.strip().split("\\s*[-–]\\s*", 2);
        try {
            return parts.length < 2 ? Optional.empty()
                    : Optional.of(new Hours(LocalTime.parse(parts[0], FORMAT), LocalTime.parse(parts[1], FORMAT)))
                            .filter(h -> !h.from.equals(h.to));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return FORMAT.format(from) + "-" + FORMAT.format(to);
    }
}
