package io.raceboard.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Prints each figure beside its goal as soon as it is known, and at the end what falls short. */
final class Report {

    private static final String ROW = "%-44s %12s %12s   %-30s %s%n";

    private final List<String> shortfalls = new ArrayList<>();
    private int figures;

    void head() {
        System.out.printf(ROW, "", "measured", "bare page", "goal", "");
    }

    /** A figure that shall be at most the goal. */
    void atMost(double goal, String unit, String name, double measured) {
        row(name, number(measured) + " " + unit, "", "at most " + number(goal) + " " + unit, measured <= goal);
    }

    /** A figure that shall be at least the goal. */
    void atLeast(double goal, String unit, String name, double measured) {
        row(name, number(measured) + " " + unit, "", "at least " + number(goal) + " " + unit, measured >= goal);
    }

    /** A figure that shall be at most so many times that of the bare page. */
    void atMostTimes(double times, String unit, String name, double measured, double bare) {
        row(name, number(measured) + " " + unit, number(bare) + " " + unit,
                "at most %.1f times, is %.2f".formatted(times, measured / bare), measured <= times * bare);
    }

    /** A figure without a goal. */
    void plain(String name, String measured, String bare) {
        System.out.printf(ROW, name, measured, bare, "", "");
    }

    private void row(String name, String measured, String bare, String goal, boolean reached) {
        figures++;
        if (!reached) {
            shortfalls.add(name + ": " + measured + ", goal " + goal);
        }
        System.out.printf(ROW, name, measured, bare, goal, reached ? "ok" : "FALLS SHORT");
    }

    /** Says in one place what falls short. */
    void summary() {
        System.out.println();
        System.out.printf("%d of %d goals reached%n", figures - shortfalls.size(), figures);
        shortfalls.forEach(shortfall -> System.out.println("falls short: " + shortfall));
    }

    static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The value that 95 of 100 do not exceed. */
    static double p95(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.2f", value) : String.format(Locale.ROOT, "%,.0f", value);
    }
}
