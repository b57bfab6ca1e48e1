package io.raceboard.entry;

import io.raceboard.catalog.Source;
import io.raceboard.catalog.Status;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A sheet as its element in the browser takes it. */
class SheetJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Words words;
    private final CellTexts texts;

    SheetJson(Words words, CellTexts texts) {
        this.words = words;
        this.texts = texts;
    }

    /** The whole sheet with its columns and words. */
    String whole(String label, List<Row> rows, List<Source> recent, boolean readOnly) {
        var all = new LinkedHashMap<String, Object>();
        all.put("label", label);
        all.put("period", words.say("entry.column.period"));
        all.put("columns", columns(recent));
        all.put("rows", rows.stream().map(this::row).toList());
        all.put("readOnly", readOnly);
        all.put("words", Map.of("keys", words.say("entry.sheet.keys"), "changed", words.say("entry.sheet.changed", "{0}"),
                "withdrawn", words.say("entry.sheet.withdrawn", "{0}"), "new", words.say("entry.sheet.new"),
                "suggested", words.say("entry.sheet.suggested"), "picked", words.say("entry.sheet.picked", "{0}")));
        return JSON.writeValueAsString(all);
    }

    String rows(List<Row> rows) {
        return JSON.writeValueAsString(rows.stream().map(this::row).toList());
    }

    private List<Map<String, Object>> columns(List<Source> recent) {
        var columns = new ArrayList<Map<String, Object>>();
        for (var column : Column.values()) {
            var told = new LinkedHashMap<String, Object>();
            told.put("key", column.key());
            told.put("label", words.say("entry.column." + column.key()));
            told.put("number", column.isNumber());
            told.put("grow", column == Column.NOTE || column == Column.SOURCE ? 2 : 1);
            if (column == Column.STATUS) {
                told.put("options", List.of(Status.values()).stream().map(s -> option(s.code(), statusWord(s))).toList());
            } else if (column == Column.SOURCE) {
                told.put("options", recent.stream().map(s -> option(s.slug(), sourceWord(s))).toList());
            }
            columns.add(told);
        }
        return columns;
    }

    private static Map<String, String> option(String value, String label) {
        return Map.of("value", value, "label", label);
    }

    private Map<String, Object> row(Row row) {
        var told = new LinkedHashMap<String, Object>();
        told.put("k", row.period().text());
        told.put("l", row.period().label(words.lang()));
        var cells = new ArrayList<Map<String, Object>>();
        row.cells().forEach((column, cell) -> cells.add(cell(column, cell)));
        told.put("c", cells);
        return told;
    }

    private Map<String, Object> cell(Column column, Row.Cell cell) {
        var told = new LinkedHashMap<String, Object>();
        told.put("t", cell.text());
        var shown = shown(column, cell.text());
        if (shown != null) {
            told.put("d", shown);
        }
        if (cell.state() != Row.State.SAME || cell.fault() != null) {
            told.put("s", (cell.fault() != null ? Row.State.FAULTY : cell.state()).name().toLowerCase(Locale.ROOT));
        }
        if (cell.was() != null) {
            told.put("w", shown(column, cell.was()) instanceof String was ? was : cell.was());
        }
        if (cell.fault() != null) {
            told.put("f", cell.fault().in(words));
        }
        if (cell.suggested()) {
            told.put("g", true);
        }
        return told;
    }

    private @Nullable String shown(Column column, String text) {
        if (text.isBlank()) {
            return null;
        }
        return switch (column) {
            case VALUE, LOW, HIGH -> {
                var amount = texts.amount(text);
                yield amount == null || Point.text(amount).equals(text) ? null : io.raceboard.page.Numbers.full(amount);
            }
            case STATUS -> texts.status(text).map(this::statusWord).orElse(null);
            case SOURCE -> texts.source(text).map(SheetJson::sourceWord).orElse(null);
            case NOTE -> null;
        };
    }

    private String statusWord(Status status) {
        return words.say("chart.word." + status.code());
    }

    static String sourceWord(Source source) {
        return source.publisher() + " · " + source.title();
    }
}
