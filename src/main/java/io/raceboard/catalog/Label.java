package io.raceboard.catalog;

import org.jspecify.annotations.Nullable;

/** A title or sentence in both languages; Chinese may still be missing and then falls back to English. */
public record Label(String en, @Nullable String zh) {

    public String in(Lang lang) {
        return lang == Lang.ZH && zh != null && !zh.isBlank() ? zh : en;
    }
}
