/** Tests of walls without a browser. */
@NullMarked
package io.raceboard.wall;

import org.jspecify.annotations.NullMarked;
