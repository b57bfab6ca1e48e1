package io.raceboard.page;

import io.raceboard.catalog.Lang;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a reader typed or followed: a path and readable parameters. The language is part of it; the theme is the
 * browser's business.
 *
 * @param path begins with a slash, no trailing slash except the root
 * @param params first value of each parameter, in order, without {@code lang} and {@code theme}
 */
public record Address(String path, Map<String, String> params, Lang lang) {

    public Optional<String> param(String name) {
        return Optional.ofNullable(params.get(name));
    }

    /** The same page with one parameter set, or taken away when the value is null. */
    public Address with(String name, @org.jspecify.annotations.Nullable String value) {
        var changed = new LinkedHashMap<>(params);
        if (value == null) {
            changed.remove(name);
        } else {
            changed.put(name, value);
        }
        return new Address(path, changed, lang);
    }

    public Address in(Lang other) {
        return new Address(path, params, other);
    }

    /** Path and parameters for a link; {@code lang} only where it is not English. */
    public String href() {
        var query = params.entrySet().stream()
                .map(p -> encode(p.getKey()) + "=" + encode(p.getValue()))
                .collect(Collectors.joining("&"));
        if (lang != Lang.EN) {
            query = query.isEmpty() ? "lang=" + lang.code() : query + "&lang=" + lang.code();
        }
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",").replace("%3A", ":");
    }
}
