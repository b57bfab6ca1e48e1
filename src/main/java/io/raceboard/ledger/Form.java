package io.raceboard.ledger;

import io.raceboard.catalog.Period;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a text must look like; knows its fault code and how to say what would be right. */
enum Form {
    SLUG("bad-slug", "letters, digits, dot, dash and underscore, beginning with a letter or digit",
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*").asMatchPredicate()),
    COLOUR("bad-colour", "a colour such as #0072B2", Pattern.compile("#[0-9A-Fa-f]{6}").asMatchPredicate()),
    ADDRESS("bad-address", "an address that begins with http:// or https://",
            Pattern.compile("https?://[^\\s<>\"]+").asMatchPredicate()),
    PERIOD("no-such-period", "a period that exists: 2025, 2025-H1, 2025-Q3, 2025-08 or 2025-08-14",
            text -> Period.find(text).isPresent()),
    SPAN("bad-span", "two periods such as 2015..2025, or 2015..latest", Form::isSpan);

    private final String code;
    private final String wanted;
    private final Predicate<String> fits;

    Form(String code, String wanted, Predicate<String> fits) {
        this.code = code;
        this.wanted = wanted;
        this.fits = fits;
    }

    String code() {
        return code;
    }

    /** Ends the sentence "must be ...". */
    String wanted() {
        return wanted;
    }

    boolean fits(String text) {
        return fits.test(text);
    }

    private static boolean isSpan(String text) {
        int dots = text.indexOf("..");
        if (dots < 0) {
            return false;
        }
        var to = text.substring(dots + 2);
        return Period.find(text.substring(0, dots)).isPresent() && (to.equals("latest") || Period.find(to).isPresent());
    }
}
