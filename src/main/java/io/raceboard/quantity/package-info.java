/** What people type or paste as a number, read as an exact value in the unit of an indicator; nothing is guessed. */
@NullMarked
package io.raceboard.quantity;

import org.jspecify.annotations.NullMarked;
