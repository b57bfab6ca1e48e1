package io.raceboard.records;

import io.raceboard.history.PastChange;
import java.util.Map;

/**
 * A version of a value or record, as its history shows it.
 *
 * @param number vintage or revision, from 1
 * @param summary what it says, in short
 * @param parts what it says, part by part, in words; empty text for nothing
 */
record Past(int number, String summary, Map<String, String> parts, PastChange change) {
}
