/** The desk's page of one indicator: the next value in seconds, many values as in a spreadsheet. */
@NullMarked
package io.raceboard.entry;

import org.jspecify.annotations.NullMarked;
