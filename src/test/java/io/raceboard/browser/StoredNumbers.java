package io.raceboard.browser;

import io.raceboard.live.ReadModel;
import io.raceboard.live.Reading;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the store holds for the places that numbers on screen name as their origin. */
final class StoredNumbers {

    private static final Pattern NUMBER = Pattern.compile("([+−-]?)\\s*([\\d,]+(?:\\.\\d+)?)\\s*(million|billion)?");

    private final ReadModel store;

    StoredNumbers(RunningApp app) {
        this.store = app.bean(ReadModel.class);
    }

    /**
     * The numbers that may stand on screen for an origin.
     *
     * @param origin places as {@code capacity-additions-solar/cn:nea/2025}, divided by spaces
     * @return of one place its value and bounds; of several the first value less all others
     */
    List<BigDecimal> possible(String origin) {
        var readings = Arrays.stream(origin.split(" ")).map(this::at).toList();
        var first = readings.getFirst();
        if (readings.size() == 1) {
            return Stream.of(first.amount(), first.low(), first.high()).filter(number -> number != null).toList();
        }
        return List.of(readings.stream().skip(1).map(Reading::amount).reduce(first.amount(), BigDecimal::subtract));
    }

    private Reading at(String place) {
        var parts = place.split("/");
        return at(parts[0], parts[1], parts[2]);
    }

    /** @param series {@code cn:nea} */
    Reading at(String indicator, String series, String period) {
        var entity = series.split(":")[0];
        var estimator = series.split(":")[1];
        return store.indicator(indicator).orElseThrow().series(entity, estimator).orElseThrow().at(period).orElseThrow();
    }

    /** Whether the words show this number, rounded to three digits; how exactly is for people, not for programs. */
    static boolean shows(String words, BigDecimal number) {
        var found = NUMBER.matcher(words);
        if (!found.find()) {
            return false;
        }
        var shown = new BigDecimal(found.group(2).replace(",", "")).movePointRight(
                "million".equals(found.group(3)) ? 6 : "billion".equals(found.group(3)) ? 9 : 0);
        boolean minus = found.group(1).equals("−") || found.group(1).equals("-");
        var off = number.subtract(minus ? shown.negate() : shown).abs();
        return off.compareTo(number.abs().multiply(new BigDecimal("0.005"))) <= 0;
    }
}
