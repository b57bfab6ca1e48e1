package io.raceboard.chart;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Lang;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import io.raceboard.page.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Small snapshots for tests, in a few words. */
final class Made {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    static final Unit GIGAWATTS = new Unit("GW", "power", new Label("gigawatts", "吉瓦"), new Label("GW", "吉瓦"));
    static final Unit PERCENT = new Unit("percent", "share", new Label("percent", "百分比"), new Label("%", "%"));
    static final Unit POINTS =
            new Unit("points", "score-arena", new Label("rating points", "分"), new Label("points", "分"));

    private Made() {
    }

    static Words words(Lang lang) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/chart");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new Words(messages, lang);
    }

    static Words words() {
        return words(Lang.EN);
    }

    static IndicatorSnapshot yearly(Series... series) {
        return snapshot(Draw.LINE, Cadence.YEAR, GIGAWATTS, series);
    }

    static IndicatorSnapshot snapshot(Draw draw, Cadence cadence, Unit unit, Series... series) {
        return snapshot(draw, cadence, unit, false, List.of(), null, series);
    }

    static IndicatorSnapshot snapshot(Draw draw, Cadence cadence, Unit unit, boolean allEstimates,
            List<String> entities, String time, Series... series) {
        var indicator = new Indicator("solar", "power", 1, new Label("Solar capacity", "太阳能装机"),
                new Label("Installed", null), unit, cadence, 30, draw, new Label("Counted", null), null, "CC BY",
                "90% interval", allEstimates, entities, time);
        return new IndicatorSnapshot(indicator, List.of(series), Map.of("irena", new Source("irena",
                "Capacity statistics", "IRENA", null, null, "CC BY", "attribution", true, false, null)), 7,
                Instant.EPOCH);
    }

    static Series of(String entity, Reading... readings) {
        return of(entity, "ember", 1, readings);
    }

    static Series of(String entity, String estimator, int preference, Reading... readings) {
        var title = entity.equals("us") ? "United States" : entity.equals("cn") ? "China" : entity;
        return new Series(new Entity(entity, Entity.Kind.COUNTRY, null, new Label(title, null),
                new Label(entity.toUpperCase(), null), "#0072B2", Entity.Dash.SOLID, Entity.Marker.CIRCLE),
                new Estimator(estimator, new Label(estimator, null)), preference, null,
                Stream.of(readings).sorted(Comparator.comparing(Reading::period)).toList());
    }

    /** Readings of consecutive periods from the first one on. */
    static Reading[] from(String first, double... amounts) {
        var readings = new Reading[amounts.length];
        var period = Period.parse(first);
        for (int i = 0; i < amounts.length; i++) {
            readings[i] = at(period.text(), amounts[i]);
            period = period.next();
        }
        return readings;
    }

    static Reading at(String period, double amount) {
        return reading(period, amount, null, null, Status.ACTUAL, false, null);
    }

    static Reading partial(String period, double amount) {
        return reading(period, amount, null, null, Status.ACTUAL, true, null);
    }

    static Reading known(String period, double amount, Status status) {
        return reading(period, amount, null, null, status, false, null);
    }

    static Reading between(String period, double low, double amount, double high) {
        return reading(period, amount, low, high, Status.ESTIMATE, false, null);
    }

    static Reading noted(String period, double amount, String note) {
        return reading(period, amount, null, null, Status.ACTUAL, false, note);
    }

    private static Reading reading(String period, double amount, Double low, Double high, Status status,
            boolean partial, String note) {
        return new Reading(Period.parse(period), decimal(amount), low == null ? null : decimal(low),
                high == null ? null : decimal(high), status, partial, "irena", note, Instant.EPOCH, 1, 1);
    }

    static BigDecimal decimal(double amount) {
        return new BigDecimal(String.valueOf(amount)).stripTrailingZeros();
    }

    static Chart chart(IndicatorSnapshot snapshot) {
        return chart(snapshot, ChartView.of(snapshot));
    }

    static Chart chart(IndicatorSnapshot snapshot, ChartView view) {
        return Charts.of(snapshot, view, words(), List.of(), TODAY);
    }

    /** Values of a line as text, gaps as a dash: {@code 2015=10 2016=12.5 -}. */
    static String values(Chart.Line line) {
        return String.join(" ", line.points().stream().map(Made::value).toList());
    }

    private static String value(Chart.Point p) {
        return p.y() == null ? "-" : p.period() + "=" + p.y().stripTrailingZeros().toPlainString();
    }
}
