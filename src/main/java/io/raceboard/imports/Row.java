package io.raceboard.imports;

import io.raceboard.catalog.Label;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a file. Where a text is not what its column holds, a fault is told and something that fits is given back,
 * so that the rest of the row and of the data set can still be checked; files with faults are never saved.
 */
class Row {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,60}(\\.\\d{1,60})?");

    private final String file;
    private final int number;
    private final Map<String, String> texts;
    private final Consumer<FileFault> faults;

    Row(String file, int number, Map<String, String> texts, Consumer<FileFault> faults) {
        this.file = file;
        this.number = number;
        this.texts = texts;
        this.faults = faults;
    }

    /** The text of the column; empty when there is none. */
    String text(String column) {
        return texts.get(column);
    }

    @Nullable String optional(String column) {
        return text(column).isBlank() ? null : text(column);
    }

    List<String> list(String column) {
        return text(column).isBlank() ? List.of() : List.of(text(column).split(";", -1));
    }

    /** From the columns {@code name_en} and {@code name_zh}. */
    Label label(String name) {
        return new Label(text(name + "_en"), optional(name + "_zh"));
    }

    /** Likewise; null when both are empty. */
    @Nullable Label optionalLabel(String name) {
        return text(name + "_en").isBlank() && text(name + "_zh").isBlank() ? null : label(name);
    }

    int whole(String column) {
        if (WHOLE.matcher(text(column)).matches()) {
            return Integer.parseInt(text(column));
        }
        fault(column, "not-a-number", "must be a whole number such as 12");
        return 1;
    }

    /** Null when the column is empty. */
    @Nullable BigDecimal decimal(String column) {
        if (text(column).isBlank()) {
            return null;
        }
        if (DECIMAL.matcher(text(column)).matches()) {
            return new BigDecimal(text(column));
        }
        fault(column, "not-a-number", "must be a number such as 1234.5, without separators of thousands");
        return null;
    }

    boolean truth(String column) {
        switch (text(column)) {
            case "true" -> {
                return true;
            }
            case "false" -> {
                return false;
            }
            default -> {
                fault(column, "not-a-truth", "must be true or false");
                return false;
            }
        }
    }

    /** The constant of that name, in lower case in the file. */
    <E extends Enum<E>> E word(String column, Class<E> words) {
        var all = words.getEnumConstants();
        return Arrays.stream(all).filter(w -> code(w).equals(text(column))).findFirst().orElseGet(() -> {
            fault(column, "unknown-word", "must be one of "
                    + String.join(", ", Arrays.stream(all).map(Row::code).toList()));
            return all[0];
        });
    }

    private void fault(String column, String code, String wanted) {
        var text = text(column);
        faults.accept(text.isEmpty()
                ? new FileFault(file, number, column, null, "missing", column + " is missing: it " + wanted)
                : new FileFault(file, number, column, text, code, "%s \"%s\" %s".formatted(column, text, wanted)));
    }

    private static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
