package io.raceboard.intake;

import java.util.List;
import java.util.Map;

/**
 * One row as it lies in the file.
 *
 * @param number as a spreadsheet program shows it, from 1
 * @param cells as texts; numbers and dates of a spreadsheet are written the way a person would type them
 * @param problems code of what is wrong with a cell, by its place; almost always empty
 * @param complete whether it has as many cells as it was written with; a row of a text file may have been cut off
 */
record SheetRow(int number, List<String> cells, Map<Integer, String> problems, boolean complete) {

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return problems.isEmpty() && cells.stream().allMatch(String::isBlank);
    }
}
