/** The log of what was done: append-only, each entry with the hash of the one before. */
@NullMarked
package io.raceboard.audit;

import org.jspecify.annotations.NullMarked;
