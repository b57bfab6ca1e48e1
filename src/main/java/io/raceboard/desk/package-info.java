/** The desk: frame, menu and small parts that all its views share. */
@NullMarked
package io.raceboard.desk;

import org.jspecify.annotations.NullMarked;
