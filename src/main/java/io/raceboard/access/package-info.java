/** Who comes to the desk and what they may do there: accounts, one-time links, signing in and out. */
@NullMarked
package io.raceboard.access;

import org.jspecify.annotations.NullMarked;
