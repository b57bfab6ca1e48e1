package io.raceboard.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a batch, in the order of its lists. */
class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Where the faults of one record go. */
    At at(Fault.Kind kind, int index, String key) {
        return new At(kind, index, key);
    }

    List<Fault> found() {
        return List.copyOf(found);
    }

    /** What was found since the last time. */
    List<Fault> drain() {
        var drained = found();
        found.clear();
        return drained;
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    final class At {

        private final Fault.Kind kind;
        private final int index;
        private final String key;

        private At(Fault.Kind kind, int index, String key) {
            this.kind = kind;
            this.index = index;
            this.key = key;
        }

        void add(String field, String code, @Nullable Object value, String sentence) {
            found.add(new Fault(kind, index, key, field, code, value == null ? null : value.toString(), sentence,
                    null));
        }

        void changedMeanwhile(String field, @Nullable String value, int seen, int current) {
            found.add(new Fault(kind, index, key, field, "changed-meanwhile", value,
                    "somebody else has changed %s meanwhile; look at it again".formatted(key),
                    new Fault.Clash(seen, current)));
        }

        void missing(String field) {
            add(field, "missing", null, field + " is missing");
        }

        void unknown(String field, Fault.Kind what, String slug) {
            var word = what.name().toLowerCase(java.util.Locale.ROOT);
            add(field, "unknown-" + word, slug, "there is no %s \"%s\"; correct it or add it".formatted(word, slug));
        }
    }
}
