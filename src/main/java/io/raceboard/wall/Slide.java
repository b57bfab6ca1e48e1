package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One screenful of a wall.
 *
 * @param address what it shows, as on the reading pages; null for kinds that need none
 * @param seconds how long it stays
 * @param withinHours shown only when what it shows changed within so many hours; 0 for always, as on every note
 * @param title of a note, or instead of the slide's own; null for none
 * @param text of a note
 */
public record Slide(Kind kind, @Nullable String address, int seconds, int withinHours, @Nullable String title,
        @Nullable String text) {

    /** What a slide can be. */
    public enum Kind {
        HEADLINE, CHART, OVERVIEW, TIMELINE, RANKING, CHANGES, NOTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> find(String code) {
            return Arrays.stream(values()).filter(k -> k.code().equals(code)).findFirst();
        }

        /** Whether a slide of this kind shows what is at an address. */
        boolean needsAddress() {
            return this == HEADLINE || this == CHART || this == RANKING;
        }

        /** Whether what it shows changes with the data, so that it may depend on that. */
        boolean changes() {
            return this != NOTE;
        }
    }

    static final int SECONDS = 25;
    static final int LEAST_SECONDS = 5;
    static final int MOST_SECONDS = 3600;

    static Slide of(Kind kind, @Nullable String address) {
        return new Slide(kind, address, SECONDS, 0, null, null);
    }

    /** The slide's address in the wall's language. */
    Address page(Lang lang) {
        return address(address == null ? "/" : address, lang);
    }

    /** Reads {@code /i/slug?entities=cn} or a whole copied {@code https://…/i/slug?entities=cn}. */
    static Address address(String typed, Lang lang) {
        var local = typed.strip().replaceFirst("^https?://[^/]*", "").replaceFirst("#.*$", "");
        var parts = local.split("\\?", 2);
        var params = new LinkedHashMap<String, String>();
        if (parts.length > 1) {
            for (var pair : parts[1].split("&")) {
                var nameAndValue = pair.split("=", 2);
                params.put(decode(nameAndValue[0]), nameAndValue.length > 1 ? decode(nameAndValue[1]) : "");
            }
        }
        params.remove("lang");
        params.remove("tab");
        return Addresses.of(parts[0], params, lang);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
