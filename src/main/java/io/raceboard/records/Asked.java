package io.raceboard.records;

import io.raceboard.catalog.Lang;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wants to see of a list.
 *
 * @param text words that must all be found in a record
 * @param filters by their names
 * @param sort key of a column
 * @param page from 0
 * @param lang whose titles are sorted by
 */
record Asked(String text, Map<String, String> filters, String sort, boolean descending, int page, Lang lang) {

    static final int PAGE = 50;

    Optional<String> filter(String name) {
        return Optional.ofNullable(filters.get(name));
    }
}
