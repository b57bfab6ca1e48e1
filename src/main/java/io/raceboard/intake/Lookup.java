package io.raceboard.intake;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds records by any of their names. A slug wins over a title; a title that two records share finds neither. */
class Lookup {

    private final Map<String, String> slugs = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> shared = new HashSet<>();
    private final Map<String, String> typed = new HashMap<>();

    void add(String slug, @Nullable String... titles) {
        slugs.put(slug, slug);
        for (var title : titles) {
            if (title == null || title.isBlank()) {
                continue;
            }
            var before = names.putIfAbsent(plain(title), slug);
            if (before != null && !before.equals(slug)) {
                shared.add(plain(title));
            }
        }
    }

    /** A slug that the record had before. */
    void addOld(String old, String slug) {
        slugs.putIfAbsent(old, slug);
    }

    /** The slug of the record meant; the text itself where there is none. */
    String find(String text) {
        var slug = slugs.get(text);
        if (slug != null) {
            return slug;
        }
        // Files repeat the same few names; one who never does must not fill memory.
        if (typed.size() > 10_000) {
            typed.clear();
        }
        return typed.computeIfAbsent(text, t -> {
            var plain = plain(t);
            var found = shared.contains(plain) ? null : names.get(plain);
            return found != null ? found : slugs.getOrDefault(plain, t.strip());
        });
    }

    boolean isShared(String text) {
        return !slugs.containsKey(text) && shared.contains(plain(text));
    }

    boolean has(String slug) {
        return slugs.containsKey(slug);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
    }
}
