package io.raceboard.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** What a file is, by its first bytes; its name is not to be trusted. */
enum FileKind {
    CSV, XLSX;

    static FileKind of(Path file) throws IOException, FileProblem {
        var first = new byte[512];
        int length;
        try (var in = Files.newInputStream(file)) {
            length = in.readNBytes(first, 0, first.length);
        }
        if (length == 0) {
            throw new FileProblem("empty");
        }
        if (startsWith(first, 'P', 'K', 3, 4)) {
            return XLSX;
        }
        if (startsWith(first, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new FileProblem("old-excel");
        }
        var text = new String(first, 0, length, java.nio.charset.StandardCharsets.ISO_8859_1).strip()
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("%pdf") || text.startsWith("<!doctype") || text.startsWith("<html")
                || text.startsWith("<?xml") || text.startsWith("{\\rtf") || startsWith(first, 0x1F, 0x8B)
                || startsWith(first, 'P', 'K', 5, 6) || startsWith(first, 0x89, 'P', 'N', 'G')
                || startsWith(first, 'R', 'a', 'r', '!') || startsWith(first, '7', 'z', 0xBC, 0xAF)) {
            throw new FileProblem("no-table");
        }
        return CSV;
    }

    private static boolean startsWith(byte[] bytes, int... signature) {
        for (int i = 0; i < signature.length; i++) {
            if ((bytes[i] & 0xFF) != signature[i]) {
                return false;
            }
        }
        return true;
    }

    /** Ends the name of a file of this kind. */
    String ending() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    static String stem(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot > 0 ? fileName.substring(0, dot) : fileName;
    }

    static String[] endings() {
        return Arrays.stream(values()).map(FileKind::ending).toArray(String[]::new);
    }
}
