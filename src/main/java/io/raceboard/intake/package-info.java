/** A user's file of values: read, mapped, previewed against the store, and taken in as one change. */
@NullMarked
package io.raceboard.intake;

import org.jspecify.annotations.NullMarked;
