package io.raceboard.intake;

import io.raceboard.ledger.Fault;
import io.raceboard.page.Numbers;
import io.raceboard.page.Words;
import io.raceboard.quantity.Refused;
import io.raceboard.review.Obstacle;
import java.math.BigDecimal;
import java.util.Locale;

/** Faults in a person's language. */
record Sentences(Words words) {

    private static final String QUANTITY = "quantity.fault.";

    String of(RowFault fault) {
        if (fault.key().startsWith(QUANTITY)) {
            return new Refused(fault.code(), fault.values()).sentence(words);
        }
        var message = words.messages().getMessage(fault.key(), fault.values().toArray(), "", words.lang().locale());
        return message == null || message.isEmpty() ? fault.english() : message;
    }

    String of(FileProblem problem) {
        return words.messages().getMessage("intake.file." + problem.code(), problem.values().toArray(),
                words.lang().locale());
    }

    String of(Mapping.Gap gap) {
        return words.messages().getMessage("intake.mapping." + gap.code(), gap.values().stream()
                .map(v -> v instanceof Field f ? field(f) : v).toArray(), words.lang().locale());
    }

    String field(Field field) {
        return words.messages().getMessage("intake.field." + field.code(), null, words.lang().locale());
    }

    String of(Became became) {
        return words.messages().getMessage("intake.became." + became.what().name().toLowerCase(Locale.ROOT),
                new Object[] {number(became.added()), number(became.changed()),
                        became.fault().map(this::of).orElse("") + became.obstacle().map(this::of).orElse("")},
                words.lang().locale());
    }

    String of(Obstacle obstacle) {
        return words.say("review.obstacle." + obstacle.why().code(), String.join(", ", obstacle.topics()));
    }

    private String of(Fault fault) {
        return words.messages().getMessage("intake.fault." + fault.code(),
                new Object[] {fault.value() == null ? "" : fault.value(), fault.field()}, fault.sentence(),
                words.lang().locale()) + " (" + fault.key() + ")";
    }

    private static String number(int count) {
        return Numbers.full(BigDecimal.valueOf(count));
    }
}
