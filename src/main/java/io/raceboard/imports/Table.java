package io.raceboard.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads a CSV file strictly: its columns must be just the ones expected, in any order, in every row. */
final class Table {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final String file;
    private final List<String> expected;
    private final Consumer<FileFault> faults;

    private Table(String file, List<String> expected, Consumer<FileFault> faults) {
        this.file = file;
        this.expected = expected;
        this.faults = faults;
    }

    /** A row and its number, from 1. */
    record Numbered(int number, Row row) {
    }

    /**
     * The good rows of a file.
     *
     * @param faults is told what is wrong with the others
     */
    static List<Numbered> read(DataFile file, List<String> columns, Consumer<FileFault> faults) {
        var table = new Table(file.name(), columns, faults);
        return table.decode(file.bytes()).map(table::rows).orElse(List.of());
    }

    private Optional<String> decode(byte[] bytes) {
        var input = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(input).toString());
        } catch (CharacterCodingException notUtf8) {
            int line = 1;
            for (int i = 0; i < input.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            fault(0, "not-utf-8", "line %d is not UTF-8; save the file as UTF-8".formatted(line));
            return Optional.empty();
        }
    }

    private List<Numbered> rows(String text) {
        var rows = new ArrayList<Numbered>();
        int number = 0;
        List<String> header = List.of();
        try (var reader = CsvReader.builder().skipEmptyLines(false).allowExtraFields(true).allowMissingFields(true)
                .ofCsvRecord(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text)) {
            for (var record : reader) {
                if (header.isEmpty()) {
                    header = record.getFields();
                    if (!isGood(header)) {
                        return List.of();
                    }
                    continue;
                }
                number++;
                if (isBlank(record)) {
                    continue;
                }
                if (record.getFieldCount() != header.size()) {
                    fault(number, "wrong-column-count", "the row has %d columns instead of %d"
                            .formatted(record.getFieldCount(), header.size()));
                    continue;
                }
                rows.add(new Numbered(number, new Row(file, number, byName(header, record.getFields()), faults)));
            }
        } catch (CsvParseException broken) {
            fault(number + 1, "bad-quotes", "the row cannot be read; look at its quotation marks");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        if (header.isEmpty()) {
            fault(0, "empty-file", "the file has no header row");
        }
        return rows;
    }

    private boolean isGood(List<String> header) {
        var seen = new HashSet<String>();
        boolean good = true;
        for (var column : header) {
            if (!expected.contains(column)) {
                good = false;
                faults.accept(new FileFault(file, 0, column, column, "unknown-column",
                        "there is no column \"%s\"; the columns are %s".formatted(column, expected)));
            } else if (!seen.add(column)) {
                good = false;
                faults.accept(new FileFault(file, 0, column, column, "duplicate-column",
                        "column %s is there twice".formatted(column)));
            }
        }
        for (var column : expected) {
            if (!header.contains(column)) {
                good = false;
                faults.accept(new FileFault(file, 0, column, null, "missing-column",
                        "column %s is missing".formatted(column)));
            }
        }
        return good;
    }

    private static boolean isBlank(CsvRecord record) {
        return record.getFieldCount() == 1 && record.getField(0).isBlank();
    }

    private static Map<String, String> byName(List<String> header, List<String> fields) {
        var texts = HashMap.<String, String>newHashMap(header.size());
        for (int i = 0; i < header.size(); i++) {
            texts.put(header.get(i), fields.get(i));
        }
        return texts;
    }

    private void fault(int row, String code, String reason) {
        faults.accept(new FileFault(file, row, null, null, code, reason));
    }
}
