package io.raceboard.intake;

import io.raceboard.page.Words;
import io.raceboard.quantity.Refused;

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
}
