package io.raceboard.ledger;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import java.math.BigDecimal;
import java.util.List;

/** A small catalogue, and single records to put wrong things into. */
public final class Sample {

    public static final Act ACT = new Act(Act.Kind.EDIT, "Ada", "the desk", "as published");

    public static final Source SOURCE = new Source("nea-2025", "Statistics of 2025", "NEA", "https://example.org/2025",
            "2026-01-21", "single figures may be quoted", "facts", false, false, null);
    public static final Entity CHINA = new Entity("cn", Entity.Kind.COUNTRY, null, label("China"), label("China"), "#D55E00",
            Entity.Dash.SOLID, Entity.Marker.SQUARE);
    public static final Entity GUANGDONG = new Entity("guangdong", Entity.Kind.REGION, "cn", label("Guangdong"),
            label("Guangdong"), "#B91C1C", Entity.Dash.DASH, Entity.Marker.SQUARE);
    public static final IndicatorDraft SOLAR = indicator("solar", "GW", 30);
    public static final IndicatorDraft SHARE = indicator("solar-share", "percent", 30);
    public static final EventDraft EVENT = event("2025-01-cn-plan", "2025-01-14", "2025-03", List.of("cn", "guangdong"),
            List.of("nea-2025"));

    private Sample() {
    }

    /** All of it, without values; entities and indicators refer to what stands after them. */
    public static Batch catalogue() {
        return new Batch(
                List.of(new Topic("power", label("Power"), label("Who builds it?"), 1)),
                List.of(new Unit("GW", "power", label("gigawatts"), label("GW")),
                        new Unit("percent", "share", label("percent"), label("%")),
                        new Unit("ratio", "ratio", label("ratio"), new Label("", null))),
                List.of(new Estimator("nea", label("NEA")), new Estimator("ember", label("Ember"))),
                List.of(SOURCE),
                List.of(GUANGDONG, CHINA),
                List.of(SOLAR, SHARE),
                List.of(new SeriesDraft("solar", "cn", "nea", 1, null),
                        new SeriesDraft("solar", "cn", "ember", 2, new Label("grid only", null)),
                        new SeriesDraft("solar-share", "cn", "nea", 1, null)),
                List.of(),
                List.of(EVENT));
    }

    public static IndicatorDraft indicator(String slug, String unit, int lagDays) {
        return new IndicatorDraft(slug, "power", 1, label("Solar added"), label("per year"), unit, Cadence.YEAR,
                lagDays, Draw.COLUMNS, label("Counted."), null, "quote", null, false, List.of("cn"), "2015..latest");
    }

    public static EventDraft event(String slug, String starts, String ends, List<String> jurisdictions,
            List<String> sources) {
        return new EventDraft(slug, starts, ends, jurisdictions, "energy", "announced", "neutral", label("A plan"),
                new Label("Says what is planned.", null), sources, List.of("solar-share", "solar"));
    }

    /** Solar of China as NEA counts it. */
    public static ObservationDraft solar(String period, String amount) {
        return value("solar", period, amount, null, null, "actual", "nea-2025");
    }

    public static ObservationDraft share(String period, String amount) {
        return value("solar-share", period, amount, null, null, "actual", "nea-2025");
    }

    public static ObservationDraft value(String indicator, String period, String amount, String low, String high,
            String status, String source) {
        return new ObservationDraft(indicator, "cn", "nea", period, number(amount), number(low), number(high), status,
                false, false, source, null, null);
    }

    public static ObservationDraft withdrawn(String period) {
        return new ObservationDraft("solar", "cn", "nea", period, null, null, null, "actual", false, true, "nea-2025",
                "the source took it back", null);
    }

    public static ObservationDraft seen(ObservationDraft draft, int vintage) {
        return new ObservationDraft(draft.indicator(), draft.entity(), draft.estimator(), draft.period(),
                draft.amount(), draft.low(), draft.high(), draft.status(), draft.partial(), draft.withdrawn(),
                draft.source(), draft.note(), vintage);
    }

    public static Label label(String text) {
        return new Label(text, text + " 中文");
    }

    private static BigDecimal number(String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
