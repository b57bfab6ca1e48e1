/** The chart in Java: views of an indicator, lines, axis, marks, transforms, the first drawing. */
@NullMarked
package io.raceboard.chart;

import org.jspecify.annotations.NullMarked;
