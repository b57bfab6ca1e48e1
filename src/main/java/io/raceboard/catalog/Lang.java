package io.raceboard.catalog;

import java.util.Locale;
import java.util.Optional;

/** The two languages that every word on screen exists in. */
public enum Lang {
    EN(Locale.ENGLISH),
    ZH(Locale.SIMPLIFIED_CHINESE);

    private final Locale locale;

    Lang(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** {@code en} or {@code zh}, as in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The value of the HTML {@code lang} attribute. */
    public String htmlTag() {
        return this == ZH ? "zh-Hans" : "en";
    }

    /** Empty for anything but {@code en} and {@code zh}. */
    public static Optional<Lang> of(String code) {
        return switch (code) {
            case "en" -> Optional.of(EN);
            case "zh" -> Optional.of(ZH);
            default -> Optional.empty();
        };
    }
}
