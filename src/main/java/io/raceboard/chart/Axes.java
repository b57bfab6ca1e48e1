package io.raceboard.chart;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Numbers;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Where a value axis begins and ends and which round numbers it names: three to five of them. */
final class Axes {

    private static final int MOST_STEPS = 4;
    private static final int FEWEST_STEPS = 2;
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double[] ROUND_LOG = {1, 2, 5};

    private Axes() {
    }

    /**
     * A linear axis around these values.
     *
     * @param fromZero the axis must begin at zero, as for columns; else only where zero is not far
     * @param share values are percent of a whole
     * @param whole values are counts: no fractions between them
     */
    static Chart.Axis linear(String label, double lowest, double highest, boolean fromZero, boolean share,
            boolean whole, Lang lang) {
        double low = fromZero || share || lowest > 0 && lowest < highest / 2 ? Math.min(0, lowest) : lowest;
        double high = fromZero ? Math.max(0, highest) : highest;
        if (share && low >= 0 && high <= 100 && high > 60) {
            return axis(label, 0, 100, List.of(0.0, 25.0, 50.0, 75.0, 100.0), lang);
        }
        if (high <= low) {
            high = low + Math.max(1, Math.abs(low) / 10);
        }
        double step = step(low, high, whole);
        double min = Math.floor(low / step + 1e-9) * step;
        double max = Math.max(Math.ceil(high / step - 1e-9) * step, min + FEWEST_STEPS * step);
        var ticks = new ArrayList<Double>();
        for (long i = Math.round(min / step); i <= Math.round(max / step); i++) {
            ticks.add(round(i * step));
        }
        return axis(label, round(min), round(max), ticks, lang);
    }

    /** A logarithmic axis around these values, all above zero. */
    static Chart.Axis log(String label, double lowest, double highest, Lang lang) {
        double min = towards(lowest, Math::floor);
        double max = towards(highest, Math::ceil);
        if (max <= min) {
            max = min * 10;
        }
        var fine = between(min, max, ROUND_LOG);
        var ticks = fine.size() <= MOST_STEPS + 1 ? fine : between(min, max, new double[] {1});
        int every = (ticks.size() + MOST_STEPS) / (MOST_STEPS + 1);
        var thinned = new ArrayList<Double>();
        for (int i = 0; i < ticks.size(); i += every) {
            thinned.add(ticks.get(i));
        }
        return new Chart.Axis(label, min, max,
                thinned.stream().map(at -> new Chart.Tick(at, compact(at, at, lang))).toList());
    }

    private static double step(double low, double high, boolean whole) {
        double power = Math.pow(10, Math.floor(Math.log10((high - low) / MOST_STEPS)));
        for (double factor : ROUND) {
            double step = factor * power;
            if (whole && step != Math.rint(step)) {
                continue;
            }
            if (Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) <= MOST_STEPS) {
                return step;
            }
        }
        return whole ? Math.max(1, 20 * power) : 20 * power;
    }

    private static double towards(double value, DoubleUnaryOperator edge) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-12));
        double lead = value / power;
        boolean down = edge.applyAsDouble(0.5) == 0;
        double best = down ? 1 : 10;
        for (double round : ROUND_LOG) {
            if (down && round <= lead + 1e-9) {
                best = round;
            } else if (!down && round >= lead - 1e-9) {
                best = Math.min(best, round);
            }
        }
        return round(best * power);
    }

    private static List<Double> between(double min, double max, double[] leads) {
        var found = new ArrayList<Double>();
        for (int power = (int) Math.floor(Math.log10(min)); Math.pow(10, power) <= max * 1.0001; power++) {
            for (double lead : leads) {
                double at = round(lead * Math.pow(10, power));
                if (at >= min * 0.9999 && at <= max * 1.0001) {
                    found.add(at);
                }
            }
        }
        return found;
    }

    private static Chart.Axis axis(String label, double min, double max, List<Double> ticks, Lang lang) {
        double largest = Math.max(Math.abs(min), Math.abs(max));
        return new Chart.Axis(label, min, max,
                ticks.stream().map(at -> new Chart.Tick(at, compact(at, largest, lang))).toList());
    }

    /** All labels of one linear axis count in the same power of ten: 0.5M, 1M, 1.5M; 50万, 100万. */
    private static String compact(double at, double largest, Lang lang) {
        record Power(double size, String sign) {
        }
        var powers = lang == Lang.ZH
                ? List.of(new Power(1e8, "亿"), new Power(1e4, "万"))
                : List.of(new Power(1e9, "B"), new Power(1e6, "M"));
        var power = powers.stream().filter(p -> largest >= p.size).findFirst().orElse(new Power(1, ""));
        var number = Numbers.full(BigDecimal.valueOf(round(at / power.size))).replace('-', '−');
        return at == 0 ? "0" : number + power.sign;
    }

    private static double round(double value) {
        return new BigDecimal(value).round(new MathContext(10)).doubleValue();
    }
}
