package io.raceboard.intake;

import io.raceboard.catalog.Unit;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.quantity.Decimals;
import io.raceboard.quantity.Quantity;
import io.raceboard.quantity.Refused;
import io.raceboard.quantity.Understood;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a value of a row. What is wrong is told, and left out of the value, so that the rest can still be checked. */
class RowParser {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,10})?");
    /** How spreadsheets and our own exports keep a text from being taken for a formula. */
    private static final Pattern NEUTRALISED = Pattern.compile("'[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t\\r]]");
    private static final Map<String, String> STATUSES = Map.ofEntries(
            Map.entry("actual", "actual"), Map.entry("实际", "actual"), Map.entry("实际值", "actual"),
            Map.entry("estimate", "estimate"), Map.entry("estimated", "estimate"), Map.entry("估计", "estimate"),
            Map.entry("估算", "estimate"), Map.entry("announced", "announced"), Map.entry("已宣布", "announced"),
            Map.entry("宣布", "announced"), Map.entry("projection", "projection"), Map.entry("projected", "projection"),
            Map.entry("forecast", "projection"), Map.entry("预测", "projection"));
    private static final Map<String, Boolean> TRUTHS = Map.ofEntries(
            Map.entry("true", true), Map.entry("yes", true), Map.entry("y", true), Map.entry("1", true),
            Map.entry("是", true), Map.entry("false", false), Map.entry("no", false), Map.entry("n", false),
            Map.entry("0", false), Map.entry("否", false));

    /** A value and what is wrong with it; with faults it is only good for checking the rest. */
    record Parsed(ObservationDraft draft, List<RowFault> faults, List<Field> faulty) {
    }

    private final Names names;
    private final Mapping mapping;
    private final Decimals decimals;
    private final List<String> header;
    private final Map<Field, Integer> places;
    private final Map<String, String> periods = new HashMap<>();

    private SheetRow row = new SheetRow(0, List.of(), Map.of(), true);
    private List<RowFault> faults = List.of();
    private List<Field> faulty = List.of();

    RowParser(Names names, Mapping mapping, Reading reading, List<String> header) {
        this.names = names;
        this.mapping = mapping;
        this.decimals = reading.comma() ? Decimals.COMMA : Decimals.POINT;
        this.header = header;
        this.places = new EnumMap<>(Field.class);
        places.putAll(mapping.places());
    }

    Parsed parse(SheetRow next) {
        row = next;
        faults = new ArrayList<>(0);
        faulty = new ArrayList<>(0);
        checkWidth();
        var indicator = name(Field.INDICATOR, names.indicators());
        var entity = name(Field.ENTITY, names.entities());
        var estimator = estimator(indicator, entity);
        var period = period();
        var unit = names.unit(indicator);
        var unitText = text(Field.UNIT);
        var draft = new ObservationDraft(indicator, entity, estimator, period, number(Field.VALUE, unit, unitText),
                number(Field.LOW, unit, unitText), number(Field.HIGH, unit, unitText), status(), partial(), false,
                name(Field.SOURCE, names.sources()), note(), null);
        return new Parsed(draft, faults, faulty);
    }

    /** What people call the column that a field of a value came from. */
    String column(Field field) {
        var place = places.get(field);
        return place == null ? field.code() : Mapping.title(header, place);
    }

    /** The cell as it was; empty where the file has no such column. */
    String cell(SheetRow of, Field field) {
        var place = places.get(field);
        return place == null ? "" : of.cell(place);
    }

    private void checkWidth() {
        if (!row.complete() && row.cells().size() < header.size()) {
            faults.add(new RowFault(row.number(), null, "intake.fault.row-cut-off",
                    List.of(String.valueOf(row.cells().size()), String.valueOf(header.size())), null, ""));
        } else if (row.cells().size() > header.size()) {
            var extra = row.cells().subList(header.size(), row.cells().size()).stream().filter(c -> !c.isBlank())
                    .findFirst();
            if (extra.isPresent() || !row.complete()) {
                faults.add(new RowFault(row.number(), null, "intake.fault.row-too-long",
                        List.of(String.valueOf(row.cells().size()), String.valueOf(header.size())),
                        extra.orElse(null), ""));
            }
        }
    }

    /** The text of the cell, or the constant where the file has no such column; empty for blanks. */
    private String text(Field field) {
        var place = places.get(field);
        if (place == null) {
            return mapping.constants().getOrDefault(field, "");
        }
        var text = row.cell(place);
        var problem = row.problems().get(place);
        if (problem != null) {
            fault(field, problem, text);
            return "";
        }
        if (!text.isEmpty()) {
            text = checked(field, text);
        }
        return text.isBlank() ? "" : text;
    }

    private String checked(Field field, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') {
                fault(field, "bad-encoding", text);
                return "";
            }
            if (c < ' ' && c != '\n' && c != '\t' && c != '\r' || c == 0x7F) {
                fault(field, "bad-character", CONTROL.matcher(text).replaceAll("\u2423"));
                return "";
            }
        }
        return text.charAt(0) == '\'' && NEUTRALISED.matcher(text).matches() ? text.substring(1) : text;
    }

    private String name(Field field, Lookup lookup) {
        var text = text(field);
        if (!text.isEmpty() && lookup.isShared(text)) {
            fault(field, "shared-name", text);
        }
        return text.isEmpty() ? "" : lookup.find(text);
    }

    private String estimator(String indicator, String entity) {
        var text = name(Field.ESTIMATOR, names.estimators());
        if (!text.isEmpty() || faulty.contains(Field.ESTIMATOR)) {
            return text;
        }
        var known = names.estimatorsOf(indicator, entity);
        if (known.size() > 1) {
            fault(Field.ESTIMATOR, "which-estimator", null, String.join(", ", known));
        }
        return known.size() == 1 ? known.getFirst() : "";
    }

    private String period() {
        var text = text(Field.PERIOD);
        if (periods.size() > 10_000) {
            periods.clear();
        }
        var known = periods.get(text);
        if (known == null) {
            if (PeriodText.isAmbiguous(text)) {
                fault(Field.PERIOD, "ambiguous-date", text);
                return "";
            }
            known = PeriodText.normal(text);
            periods.put(text, known);
        }
        return known;
    }

    private @Nullable BigDecimal number(Field field, @Nullable Unit unit, String unitText) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if ((unitText.isBlank() || unit != null && unitText.equals(unit.code())) && PLAIN_NUMBER.matcher(text).matches()
                && (decimals == Decimals.POINT || text.indexOf('.') < 0)) {
            return new BigDecimal(text);
        }
        if (unit == null) {
            // Without the indicator nothing can be said of the number, and the row is refused anyway.
            return null;
        }
        boolean bare = Character.isDigit(text.charAt(text.length() - 1));
        return switch (Quantity.read(bare && !unitText.isBlank() ? text + " " + unitText : text, unit, decimals)) {
            case Understood understood -> understood.amount();
            case Quantity.Nothing nothing -> null;
            case Refused refused -> {
                faulty.add(field);
                faults.add(new RowFault(row.number(), column(field), "quantity.fault." + refused.code(),
                        refused.values(), text, refused.code()));
                yield null;
            }
        };
    }

    private String status() {
        var text = text(Field.STATUS);
        return STATUSES.getOrDefault(text.strip().toLowerCase(Locale.ROOT), text);
    }

    private boolean partial() {
        var text = text(Field.PARTIAL);
        if (text.isBlank()) {
            return false;
        }
        var truth = TRUTHS.get(text.strip().toLowerCase(Locale.ROOT));
        if (truth == null) {
            fault(Field.PARTIAL, "not-a-truth", text);
        }
        return Boolean.TRUE.equals(truth);
    }

    private @Nullable String note() {
        var text = text(Field.NOTE);
        return text.isBlank() ? null : text;
    }

    private void fault(Field field, String code, @Nullable String value, String... more) {
        if (faulty.contains(field)) {
            return;
        }
        faulty.add(field);
        var values = new ArrayList<String>();
        values.add(value == null ? "" : value);
        values.add(column(field));
        values.addAll(List.of(more));
        faults.add(new RowFault(row.number(), column(field), "intake.fault." + code, values, value, code));
    }
}
