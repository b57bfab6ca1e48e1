package io.raceboard.wall;

import io.raceboard.board.Exhibit;
import io.raceboard.board.Figure;
import java.util.Collection;

/**
 * A figure's number as a wall writes it: the digits large, a word before them and the unit behind them small.
 *
 * @param before such as {@code about}; may be empty
 * @param unit with the word of its size, such as {@code million}; may be empty
 */
public record LargeNumber(String before, String digits, String unit) {

    /** Cuts the figure's text in three. */
    public static LargeNumber of(Figure figure) {
        var split = figure.split();
        int space = split.number().indexOf(' ');
        return space < 0 ? new LargeNumber(split.before(), split.number(), split.unit())
                : new LargeNumber(split.before(), split.number().substring(0, space),
                        split.number().substring(space) + split.unit());
    }

    /** How wide it is, in digits. */
    double chars() {
        return digits.length() + (unit.length() + before.length()) / 2.0;
    }

    /** Width of the widest: numbers that stand side by side are written in one size. */
    public static double widest(Collection<Exhibit.Shown> figures) {
        return figures.stream().mapToDouble(shown -> of(shown.figure()).chars()).max().orElse(1);
    }
}
