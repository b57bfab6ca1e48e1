package io.raceboard.entry;

import java.util.Optional;

/** Names a series: slugs of its indicator, entity and estimator. */
record SeriesKey(String indicator, String entity, String estimator) {

    /** {@code us:ember}, as in addresses. */
    String text() {
        return entity + ":" + estimator;
    }

    static Optional<SeriesKey> parse(String indicator, String text) {
        int colon = text.indexOf(':');
        return colon <= 0 || colon == text.length() - 1 ? Optional.empty()
                : Optional.of(new SeriesKey(indicator, text.substring(0, colon), text.substring(colon + 1)));
    }
}
