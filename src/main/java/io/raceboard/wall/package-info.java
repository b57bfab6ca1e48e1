/** Screens that hang for weeks: walls, their slides, the line to each display, and the desk's pages for them. */
@NullMarked
package io.raceboard.wall;

import org.jspecify.annotations.NullMarked;
