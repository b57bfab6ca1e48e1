package io.raceboard.backup;

import io.raceboard.ledger.ChangeContent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The files of a journal, one a day, read in their order. */
final class JournalFiles {

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.jsonl");
    private static final Pattern HEAD = Pattern.compile("\\{\"(change|void)\":(\\d+),\"at\":\"([^\"]+)\"");

    private final Path folder;
    private final JournalLines lines;

    JournalFiles(Path folder, JournalLines lines) {
        this.folder = folder;
        this.lines = lines;
    }

    /** A change that counts. */
    record Entry(long change, Instant at, Path file, int line) {
    }

    /**
     * What reading a journal found.
     *
     * @param damaged lines whose sum is wrong, as {@code file:line}; only looked for when asked
     */
    record Survey(List<Entry> entries, int files, List<String> damaged) {

        long last() {
            return entries.isEmpty() ? 0 : entries.getLast().change();
        }
    }

    static String name(Instant at) {
        return at.toString().substring(0, 10) + ".jsonl";
    }

    List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var all = Files.list(folder)) {
            return all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param thoroughly whether the sum of each line is looked at */
    Survey survey(boolean thoroughly) {
        var entries = new ArrayList<Entry>();
        var damaged = new ArrayList<String>();
        var files = files();
        for (var file : files) {
            forEach(file, (line, number) -> {
                var head = HEAD.matcher(line.substring(0, Math.min(line.length(), 200)));
                if (!head.lookingAt() || thoroughly && !JournalLines.isSound(line)) {
                    damaged.add(file.getFileName() + ":" + number);
                    return;
                }
                long change = Long.parseLong(head.group(2));
                if (head.group(1).equals("void")) {
                    for (int i = entries.size() - 1; i >= 0; i--) {
                        if (entries.get(i).change() == change) {
                            entries.remove(i);
                            break;
                        }
                    }
                } else {
                    entries.add(new Entry(change, Instant.parse(head.group(3)), file, number));
                }
            });
        }
        return new Survey(entries, files.size(), damaged);
    }

    /**
     * Every change that counts, in their order.
     *
     * @param after only those with a larger id
     * @throws JournalMismatch when one of them is damaged
     */
    void read(long after, Consumer<ChangeContent> each) {
        var survey = survey(false);
        Set<String> wanted = new HashSet<>();
        survey.entries().stream().filter(e -> e.change() > after).forEach(e -> wanted.add(e.file() + ":" + e.line()));
        for (var file : files()) {
            forEach(file, (line, number) -> {
                if (wanted.contains(file + ":" + number)) {
                    if (!JournalLines.isSound(line)) {
                        throw new JournalMismatch("Line %d of the journal %s is damaged.".formatted(number, file),
                                "Restore a backup that was made after that day.");
                    }
                    each.accept(lines.read(line));
                }
            });
        }
    }

    private interface EachLine {
        void accept(String line, int number);
    }

    private static void forEach(Path file, EachLine each) {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            int number = 0;
            for (var line = reader.readLine(); line != null; line = reader.readLine()) {
                each.accept(line, ++number);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
