/** A visible test change, so that anybody can see live work; only where the server was started with a key for it. */
@NullMarked
package io.raceboard.demo;

import org.jspecify.annotations.NullMarked;
