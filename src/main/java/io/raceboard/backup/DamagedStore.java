package io.raceboard.backup;

/** The embedded store's file is not to be opened; the message says why in a sentence, the advice what to do. */
class DamagedStore extends RuntimeException {

    private final String advice;

    DamagedStore(String message, String advice) {
        super(message);
        this.advice = advice;
    }

    String advice() {
        return advice;
    }
}
