package io.raceboard.records;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of all values.
 *
 * @param next where the next page begins; null at the end
 * @param complete false when so many values were looked through that this page was left short
 * @param total how many there are on all pages, where that was cheap to know
 */
record ValuePage(List<ValueLine> rows, @Nullable ValueSpot next, boolean complete, OptionalInt total) {
}
