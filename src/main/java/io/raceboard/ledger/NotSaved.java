package io.raceboard.ledger;

/** The store could not take a change, most often because its disk is full; nothing of the change is in it. */
public class NotSaved extends RuntimeException {

    NotSaved(Throwable cause) {
        super("Nothing was saved: the store could not be written. %s".formatted(reason(cause)), cause);
    }

    private static String reason(Throwable cause) {
        var last = cause;
        for (var next = cause; next != null; next = next.getCause()) {
            last = next;
        }
        var text = String.valueOf(last.getMessage());
        return text.lines().findFirst().orElse(text);
    }
}
