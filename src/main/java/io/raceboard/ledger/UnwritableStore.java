package io.raceboard.ledger;

/** The store opened, but a row could not be written, read or deleted. */
public class UnwritableStore extends RuntimeException {

    UnwritableStore(Throwable cause) {
        super("The store cannot be written", cause);
    }
}
