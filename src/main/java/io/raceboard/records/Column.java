package io.raceboard.records;

import com.vaadin.flow.component.Component;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a list.
 *
 * @param key by which it is sorted in addresses; null when it cannot be
 * @param header above it
 * @param cell of a row; the first column's names the row
 */
record Column<R>(@Nullable String key, String header, Function<R, Component> cell) {
}
