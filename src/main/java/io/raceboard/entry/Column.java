package io.raceboard.entry;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a value consists of, in the order of the sheet's columns. */
enum Column {
    VALUE("amount", "数值", "值"),
    LOW("lower", "下限", "最低"),
    HIGH("upper", "上限", "最高"),
    STATUS("state", "状态"),
    NOTE("notes", "comment", "备注", "说明"),
    SOURCE("reference", "来源", "出处");

    private final Set<String> otherNames;

    Column(String... otherNames) {
        this.otherNames = Set.of(otherNames);
    }

    /** As in files, faults and message keys. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean isNumber() {
        return this == VALUE || this == LOW || this == HIGH;
    }

    /** The column that a heading means. */
    static Optional<Column> headed(String heading) {
        var plain = heading.strip().toLowerCase(Locale.ROOT);
        return Stream.of(values()).filter(c -> c.key().equals(plain) || c.otherNames.contains(plain)).findFirst();
    }
}
