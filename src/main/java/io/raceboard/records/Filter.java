package io.raceboard.records;

import java.util.List;

/**
 * One thing by which a list can be narrowed.
 *
 * @param name in addresses
 * @param label above it
 * @param options codes and what people read
 */
record Filter(String name, String label, List<Option> options) {

    record Option(String code, String text) {
    }
}
