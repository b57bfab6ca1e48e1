package io.raceboard.catalog;

import org.jspecify.annotations.Nullable;

/**
 * Where a value comes from.
 *
 * @param published as far as known: a year, month or day in ISO form
 * @param redistributable whether values may leave in files; all values may be drawn
 * @param shareAlike whether derived tables must keep the source's licence (ODbL)
 */
public record Source(String slug, String title, String publisher, @Nullable String url, @Nullable String published,
        String licence, String licenceKind, boolean redistributable, boolean shareAlike, @Nullable String note) {
}
