package io.raceboard.records;

import java.util.List;

/**
 * A page of a list.
 *
 * @param total how many there are on all pages
 */
record Listed<R>(List<R> rows, int total) {
}
