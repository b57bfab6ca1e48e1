package io.raceboard.backup;

/** The embedded store's file is not as it was when it was closed; the message says so in a sentence. */
class DamagedStore extends RuntimeException {

    DamagedStore(String message) {
        super(message);
    }
}
