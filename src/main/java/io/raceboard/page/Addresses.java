package io.raceboard.page;

import io.raceboard.catalog.Lang;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Makes addresses of what browsers send. */
public final class Addresses {

    private Addresses() {
    }

    /**
     * @param path as sent, still encoded; with or without slashes at its ends
     * @param params decoded, as the servlet gives them; see {@link #of(String, Map, Lang)}
     */
    public static Address of(String path, Map<String, String[]> params) {
        var joined = new LinkedHashMap<String, String>();
        params.forEach((name, values) -> joined.put(name, String.join(",", values)));
        return of(path, joined, Lang.EN);
    }

    /**
     * @param path as sent, still encoded; with or without slashes at its ends
     * @param params decoded; {@code lang} chooses the language, {@code theme} is left to the browser
     * @param otherwise the language when the parameters name none
     */
    public static Address of(String path, Map<String, String> params, Lang otherwise) {
        var kept = new LinkedHashMap<>(params);
        var lang = Optional.ofNullable(kept.remove("lang")).flatMap(Lang::of).orElse(otherwise);
        kept.remove("theme");
        return new Address("/" + strip(decode(path)), kept, lang);
    }

    /** Whether the browser asks for gzip, as every browser does. */
    public static boolean takesGzip(HttpServletRequest request) {
        var accepted = request.getHeader("Accept-Encoding");
        return accepted != null && accepted.contains("gzip");
    }

    private static String decode(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return path;
        }
    }

    private static String strip(String path) {
        int from = 0;
        int to = path.length();
        while (from < to && path.charAt(from) == '/') {
            from++;
        }
        while (to > from && path.charAt(to - 1) == '/') {
            to--;
        }
        return path.substring(from, to);
    }
}
