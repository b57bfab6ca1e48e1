package io.raceboard.backup;

/** Journal and store do not belong together; the message says so in a sentence, the advice what to do. */
class JournalMismatch extends RuntimeException {

    private final String advice;

    JournalMismatch(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
