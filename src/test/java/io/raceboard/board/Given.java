package io.raceboard.board;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Indicator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Period;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.catalog.Unit;
import io.raceboard.live.IndicatorSnapshot;
import io.raceboard.live.Reading;
import io.raceboard.live.Series;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small worlds for tests, in a few words. */
final class Given {

    static final Unit GIGAWATTS = new Unit("GW", "power", new Label("gigawatts", "吉瓦"), new Label("GW", "吉瓦"));
    static final Unit PERCENT = new Unit("percent", "share", new Label("percent", "百分比"), new Label("%", "%"));
    static final Unit CHIPS =
            new Unit("chips", "count-chips", new Label("chips", "颗芯片"), new Label("chips", "颗"));

    private static final Instant SAVED = Instant.parse("2026-11-22T10:00:00Z");
    private static final Source SOURCE = new Source("ember", "Yearly data", "Ember", "https://example.org/", "2026-04",
            "CC BY 4.0", "attribution", true, false, null);

    private Given() {
    }

    static Snapshots snapshots(IndicatorSnapshot... snapshots) {
        return new Snapshots(Arrays.stream(snapshots)
                .collect(Collectors.toMap(s -> s.indicator().slug(), Function.identity())));
    }

    static IndicatorSnapshot indicator(String slug, Unit unit, Series... series) {
        return indicator(slug, unit, Draw.LINE, series);
    }

    static IndicatorSnapshot indicator(String slug, Unit unit, Draw draw, Series... series) {
        return new IndicatorSnapshot(new Indicator(slug, "power", 1, new Label("Title of " + slug, "标题"),
                new Label("Scope", "范围"), unit, Cadence.YEAR, 30, draw, new Label("Counted", "统计"), null,
                "CC BY 4.0", null, false, List.of(), null), List.of(series), Map.of("ember", SOURCE), 7, SAVED);
    }

    static Series series(String entity, Reading... readings) {
        return series(entity, "ember", 1, readings);
    }

    static Series series(String entity, String estimator, int preference, Reading... readings) {
        return new Series(entity(entity), new Estimator(estimator, new Label(estimator, null)), preference, null,
                Stream.of(readings).sorted(Comparator.comparing(Reading::period)).toList());
    }

    static Entity entity(String slug) {
        var title = switch (slug) {
            case "us" -> new Label("United States", "美国");
            case "cn" -> new Label("China", "中国");
            case "world" -> new Label("World", "世界");
            default -> new Label(slug, null);
        };
        return new Entity(slug, Entity.Kind.COUNTRY, null, title, title, "#0072B2", Entity.Dash.SOLID,
                Entity.Marker.CIRCLE);
    }

    static Reading at(String period, String amount) {
        return reading(period, amount, null, null, Status.ACTUAL, false);
    }

    static Reading partial(String period, String amount) {
        return reading(period, amount, null, null, Status.ACTUAL, true);
    }

    static Reading known(String period, String amount, Status status) {
        return reading(period, amount, null, null, status, false);
    }

    static Reading between(String period, String low, String amount, String high) {
        return reading(period, amount, low, high, Status.ESTIMATE, false);
    }

    private static Reading reading(String period, String amount, String low, String high, Status status,
            boolean partial) {
        return new Reading(Period.parse(period), new BigDecimal(amount), low == null ? null : new BigDecimal(low),
                high == null ? null : new BigDecimal(high), status, partial, "ember", null, SAVED, 1, 1);
    }
}
