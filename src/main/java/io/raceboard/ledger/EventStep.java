package io.raceboard.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A state of a policy event, as people enter it.
 *
 * @param status the word for it, such as {@code proposed}
 * @param since text: a day, month or year, as precisely as known
 */
public record EventStep(String status, String since) {

    /** {@code proposed 2025-01-14;in-force 2025-03}, as in files; null for none. */
    public static @Nullable String join(List<EventStep> steps) {
        return steps.isEmpty() ? null : steps.stream().map(EventStep::text).collect(Collectors.joining(";"));
    }

    /** Reads what {@link #join} writes; what cannot be read is kept as it is, for the ledger to refuse. */
    public static List<EventStep> split(@Nullable String text) {
        return text == null || text.isBlank() ? List.of()
                : Arrays.stream(text.split(";", -1)).map(EventStep::of).toList();
    }

    @JsonValue
    String text() {
        return (status + " " + since).strip();
    }

    @JsonCreator
    static EventStep of(String text) {
        var step = text.strip();
        int space = step.indexOf(' ');
        return space < 0 ? new EventStep(step, "")
                : new EventStep(step.substring(0, space), step.substring(space + 1).strip());
    }
}
