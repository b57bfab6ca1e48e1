package io.raceboard.access;

/** Why something about an account is refused: a message, and the field it belongs to. */
public class AccessFault extends RuntimeException {

    private final String field;
    private final String key;
    private final transient Object[] values;

    /** @param field name of the form's field, or empty where it concerns the whole */
    AccessFault(String field, String key, Object... values) {
        super(key);
        this.field = field;
        this.key = key;
        this.values = values;
    }

    public String field() {
        return field;
    }

    /** The message's key. */
    public String key() {
        return key;
    }

    /** What goes into the message. */
    public Object[] values() {
        return values.clone();
    }
}
