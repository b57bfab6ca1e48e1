/** The nouns: topic, indicator, entity, source, unit, period, status. Immutable, no Spring, no SQL. */
@NullMarked
package io.raceboard.catalog;

import org.jspecify.annotations.NullMarked;
