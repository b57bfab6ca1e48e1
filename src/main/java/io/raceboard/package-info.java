/** Raceboard: a live dashboard of the AI race. */
@NullMarked
package io.raceboard;

import org.jspecify.annotations.NullMarked;
