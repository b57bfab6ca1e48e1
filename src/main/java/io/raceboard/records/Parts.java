package io.raceboard.records;

import static io.raceboard.records.Part.line;
import static io.raceboard.records.Part.many;
import static io.raceboard.records.Part.one;
import static io.raceboard.records.Part.text;
import static io.raceboard.records.Part.word;

import io.raceboard.ledger.Fault.Kind;
import io.raceboard.records.Part.Type;
import java.util.List;
import java.util.Map;

/** What the forms of records ask for, in groups, and the words that some parts may be. */
final class Parts {

    /** @param code the end of the message key of its title */
    record Group(String code, List<Part> parts) {
    }

    private static final Map<String, List<String>> WORDS = Map.of(
            "category", List.of("export-control", "trade-retaliation", "industrial", "regulation", "investment",
                    "international", "energy", "immigration", "model-release"),
            "status", List.of("proposed", "announced", "in-force", "suspended", "blocked", "rescinded", "completed"),
            "direction", List.of("tighten", "loosen", "neutral"),
            "cadence", List.of("day", "week", "month", "quarter", "year", "irregular", "once"),
            "draw", List.of("line", "step", "columns", "dots", "bars"),
            "estimates", List.of("preferred", "all"),
            "kind", List.of("country", "bloc", "region", "company", "product", "model", "group"),
            "dash", List.of("solid", "dash", "dot", "thin"),
            "marker", List.of("circle", "square", "triangle", "diamond", "none"),
            "licence-kind", List.of("public-domain", "attribution", "share-alike", "facts", "quote-only", "unknown"));

    private Parts() {
    }

    /** All that a part of this name may be. */
    static List<String> words(String part) {
        return WORDS.get(part.replace('_', '-'));
    }

    static List<Group> of(RecordKind kind) {
        return switch (kind) {
            case EVENT -> List.of(
                    new Group("what", List.of(line("title_en").needed(), line("title_zh").needed(),
                            text("summary_en").needed(), text("summary_zh"), word("category"), word("direction"),
                            many("jurisdictions", Kind.ENTITY).needed())),
                    new Group("when", List.of(line("date").needed(), line("end_date"), word("status"),
                            Part.of("history", Type.STEPS))),
                    new Group("where-from", List.of(many("sources", Kind.SOURCE).needed(),
                            many("indicators", Kind.INDICATOR), line("slug").needed())));
            case INDICATOR -> List.of(
                    new Group("what", List.of(line("title_en").needed(), line("title_zh").needed(),
                            line("subtitle_en").needed(), line("subtitle_zh").needed(),
                            one("topic", Kind.TOPIC).needed(), Part.of("position", Type.WHOLE).needed(),
                            one("unit", Kind.UNIT).needed(), line("slug").needed())),
                    new Group("how", List.of(text("method_en").needed(), text("method_zh").needed(),
                            text("caveat_en"), text("caveat_zh"), word("cadence"),
                            Part.of("lag_days", Type.WHOLE).needed(), line("interval"), line("licence").needed())),
                    new Group("drawn", List.of(word("draw"), word("estimates"),
                            many("default_entities", Kind.ENTITY), line("default_time"))));
            case ENTITY -> List.of(
                    new Group("what", List.of(line("title_en").needed(), line("title_zh").needed(),
                            line("short_en").needed(), line("short_zh").needed(), word("kind"),
                            one("parent", Kind.ENTITY), line("slug").needed())),
                    new Group("drawn", List.of(Part.of("colour", Type.COLOUR).needed(), word("dash"),
                            word("marker"))));
            case SOURCE -> List.of(
                    new Group("what", List.of(line("title").needed(), line("publisher").needed(), line("url"),
                            line("published"), line("key").needed())),
                    new Group("licence", List.of(line("licence").needed(), word("licence_kind"),
                            Part.of("redistributable", Type.YES_OR_NO), Part.of("share_alike", Type.YES_OR_NO),
                            text("note"))));
            case TOPIC -> List.of(
                    new Group("what", List.of(line("title_en").needed(), line("title_zh").needed(),
                            line("question_en").needed(), line("question_zh").needed(),
                            Part.of("position", Type.WHOLE).needed(), line("slug").needed())));
        };
    }
}
