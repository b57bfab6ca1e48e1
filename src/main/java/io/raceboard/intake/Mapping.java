package io.raceboard.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the columns of a file are.
 *
 * @param columns by place; a column that is not here is undecided, and nothing is imported before it is
 * @param constants for all rows, of columns that the file does not have
 * @param addSeries whether series that do not exist yet are added
 */
record Mapping(Map<Integer, Field> columns, Map<Field, String> constants, boolean addSeries) {

    Mapping {
        columns = Map.copyOf(columns);
        constants = Map.copyOf(constants);
    }

    /** One reason why nothing can be previewed yet; told as {@code intake.mapping.<code>}. */
    record Gap(String code, List<Object> values) {
    }

    /** From the names of the columns; of two that would be the same, the first. */
    static Mapping guess(List<String> header) {
        var columns = new HashMap<Integer, Field>();
        var taken = EnumSet.noneOf(Field.class);
        for (int column = 0; column < header.size(); column++) {
            var field = Field.of(header.get(column));
            if (field.isPresent() && (field.get() == Field.IGNORE || taken.add(field.get()))) {
                columns.put(column, field.get());
            }
        }
        return new Mapping(columns, Map.of(Field.STATUS, "actual", Field.PARTIAL, "false"), false);
    }

    Mapping with(int column, Optional<Field> field) {
        var changed = new HashMap<>(columns);
        changed.remove(column);
        field.ifPresent(f -> changed.put(column, f));
        return new Mapping(changed, constants, addSeries);
    }

    Mapping with(Field field, String constant) {
        var changed = new HashMap<>(constants);
        changed.remove(field);
        if (!constant.isBlank()) {
            changed.put(field, constant.strip());
        }
        return new Mapping(columns, changed, addSeries);
    }

    Mapping withSeriesAdded(boolean added) {
        return new Mapping(columns, constants, added);
    }

    boolean has(Field field) {
        return columns.containsValue(field);
    }

    /** Where each field stands. */
    Map<Field, Integer> places() {
        var places = new EnumMap<Field, Integer>(Field.class);
        columns.forEach((column, field) -> {
            if (field != Field.IGNORE) {
                places.put(field, column);
            }
        });
        return places;
    }

    /** What is still to be said about a file with these columns; empty: it can be previewed. */
    List<Gap> gaps(List<String> header) {
        var gaps = new ArrayList<Gap>();
        var seen = new LinkedHashMap<Field, Integer>();
        for (int column = 0; column < header.size(); column++) {
            var field = columns.get(column);
            if (field == null) {
                gaps.add(new Gap("undecided", List.of(title(header, column))));
            } else if (field != Field.IGNORE && seen.putIfAbsent(field, column) != null) {
                gaps.add(new Gap("twice", List.of(field, title(header, column))));
            }
        }
        Field.REQUIRED.stream().filter(f -> !seen.containsKey(f) && !constants.containsKey(f))
                .forEach(f -> gaps.add(new Gap("needed", List.of(f))));
        return gaps;
    }

    /** The name of a column, or its letter where it has none. */
    static String title(List<String> header, int column) {
        var name = column < header.size() ? header.get(column) : "";
        return name.isBlank() ? letters(column) : name;
    }

    private static String letters(int column) {
        var letter = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? letter : letters(column / 26 - 1) + letter;
    }
}
