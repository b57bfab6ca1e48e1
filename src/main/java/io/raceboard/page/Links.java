package io.raceboard.page;

import io.raceboard.catalog.Lang;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Addresses of the reading pages. */
public final class Links {

    private Links() {
    }

    /** The page of an indicator as it opens by default. */
    public static String indicator(String slug, Lang lang) {
        return new Address("/i/" + slug, Map.of(), lang).href();
    }

    /** The page of an indicator with these parameters. */
    public static String indicator(String slug, Map<String, String> params, Lang lang) {
        return new Address("/i/" + slug, params, lang).href();
    }

    /** The list of a topic's indicators; policy has its timeline. */
    public static String topic(String slug, Lang lang) {
        return plain(slug.equals("policy") ? "/policy" : "/t/" + slug, lang);
    }

    /** The address of another site, or null when it is none that may be linked: a link runs no script. */
    public static @Nullable String external(@Nullable String url) {
        return url != null && (url.startsWith("https://") || url.startsWith("http://")) ? url : null;
    }

    /** A page without parameters. */
    public static String plain(String path, Lang lang) {
        return new Address(path, Map.of(), lang).href();
    }
}
