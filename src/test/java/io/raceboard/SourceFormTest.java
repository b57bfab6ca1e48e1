package io.raceboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The form of the sources, so that nobody has to discuss it: one list of what to put right, file and line. */
class SourceFormTest {

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_FILE = 400;
    private static final Pattern IMPORT = Pattern.compile("import (static )?([\\w.*]+);");

    @Test
    void everySourceHasTheAgreedForm() throws IOException {
        var faults = new ArrayList<String>();
        for (var root : List.of("src/main/java", "src/test/java", "src/build")) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                    check(file, faults);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static void check(Path file, List<String> faults) throws IOException {
        var text = Files.readString(file);
        var lines = text.lines().toList();
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            faults.add(file + ": ends with one line break");
        }
        if (lines.size() > LONGEST_FILE) {
            faults.add(file + ": is longer than " + LONGEST_FILE + " lines");
        }
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (line.length() > LONGEST_LINE) {
                faults.add(file + ":" + number + ": is longer than " + LONGEST_LINE + " characters");
            }
            if (line.contains("\t")) {
                faults.add(file + ":" + number + ": has a tab");
            }
            if (!line.equals(line.stripTrailing())) {
                faults.add(file + ":" + number + ": ends with a space");
            }
        }
        imports(file, text, faults);
    }

    /** Static ones first, each kind in alphabetical order, every one used, none with a star. */
    private static void imports(Path file, String text, List<String> faults) {
        var found = IMPORT.matcher(text).results().toList();
        var plain = found.stream().filter(match -> match.group(1) == null).map(match -> match.group(2)).toList();
        var statics = found.stream().filter(match -> match.group(1) != null).map(match -> match.group(2)).toList();
        if (!plain.equals(plain.stream().sorted().toList()) || !statics.equals(statics.stream().sorted().toList())) {
            faults.add(file + ": imports are not in alphabetical order");
        }
        var body = IMPORT.matcher(text).replaceAll("");
        Stream.concat(plain.stream(), statics.stream()).forEach(name -> {
            var simple = name.substring(name.lastIndexOf('.') + 1);
            if (simple.equals("*")) {
                faults.add(file + ": imports " + name);
            } else if (!Pattern.compile("\\b" + simple + "\\b").matcher(body).find()) {
                faults.add(file + ": does not use its import " + name);
            }
        });
    }
}
