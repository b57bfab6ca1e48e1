package io.raceboard.entry;

import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Source;
import io.raceboard.ledger.SeriesDraft;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that somebody has typed on the page and not saved, as it is kept on the server.
 *
 * @param form texts of the form's fields by their names
 * @param sheet texts by period and column
 * @param seen by period: the vintage that stood there when the first cell was typed
 * @param sources new ones, not in the store yet
 * @param series the new series that the page is about, not in the store yet
 * @param estimator a new one that the new series needs
 */
record Typed(Map<String, String> form, Map<String, Map<String, String>> sheet, Map<String, Integer> seen,
        List<Source> sources, @Nullable SeriesDraft series, @Nullable Estimator estimator) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Typed of(Map<String, String> form, Sheet sheet, List<Source> sources, @Nullable SeriesDraft series,
            @Nullable Estimator estimator) {
        var texts = new LinkedHashMap<String, Map<String, String>>();
        var seen = new HashMap<String, Integer>();
        sheet.edits().forEach((period, edit) -> {
            var line = new LinkedHashMap<String, String>();
            edit.texts().forEach((column, text) -> line.put(column.key(), text));
            texts.put(period.text(), line);
            seen.put(period.text(), edit.seen());
        });
        return new Typed(form, texts, seen, sources, series, estimator);
    }

    static Typed read(String json) {
        return JSON.readValue(json, Typed.class);
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** What was typed into the sheet; lines and columns that are none any more are left out. */
    Map<io.raceboard.catalog.Period, Sheet.Edit> edits() {
        var edits = new HashMap<io.raceboard.catalog.Period, Sheet.Edit>();
        sheet.forEach((text, line) -> io.raceboard.catalog.Period.find(text).ifPresent(period -> {
            var texts = new HashMap<Column, String>();
            line.forEach((key, typed) -> Column.headed(key).ifPresent(column -> texts.put(column, typed)));
            edits.put(period, new Sheet.Edit(seen.getOrDefault(text, 0), Map.copyOf(texts)));
        }));
        return edits;
    }
}
