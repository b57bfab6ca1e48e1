package io.raceboard.chart;

/**
 * Something that happened and may explain a bend: a thin vertical line with a label.
 *
 * @param x UTC milliseconds of its first day
 * @param date as people write it, as precisely as known
 * @param href where to read more
 */
public record Mark(long x, String date, String label, String href) {
}
