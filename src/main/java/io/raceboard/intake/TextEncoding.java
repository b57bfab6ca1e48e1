package io.raceboard.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How the letters of a text file are written as bytes. */
enum TextEncoding {
    UTF_8("UTF-8", StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16LE("UTF-16 (LE)", StandardCharsets.UTF_16LE, 0xFF, 0xFE),
    UTF_16BE("UTF-16 (BE)", StandardCharsets.UTF_16BE, 0xFE, 0xFF),
    GB18030("GBK, GB 18030", Charset.forName("GB18030"), 0x84, 0x31, 0x95, 0x33),
    WINDOWS_1252("Windows-1252", Charset.forName("windows-1252"));

    private static final int LOOKED_AT = 1 << 16;

    private final String title;
    private final Charset charset;
    private final byte[] mark;

    TextEncoding(String title, Charset charset, int... mark) {
        this.title = title;
        this.charset = charset;
        this.mark = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            this.mark[i] = (byte) mark[i];
        }
    }

    /** What people know it by; the same in every language. */
    String title() {
        return title;
    }

    /** The likeliest: by the byte order mark, by the zeros of plain letters in UTF-16, or the first that fits it all. */
    static TextEncoding detect(Path file) throws IOException {
        byte[] first;
        try (var in = Files.newInputStream(file)) {
            first = in.readNBytes(LOOKED_AT);
        }
        for (var encoding : values()) {
            if (encoding.mark.length > 0 && encoding.isMarked(first)) {
                return encoding;
            }
        }
        int[] zeros = new int[2];
        for (int i = 0; i < first.length; i++) {
            zeros[i % 2] += first[i] == 0 ? 1 : 0;
        }
        if (zeros[1] > first.length / 8 && zeros[0] < zeros[1] / 8) {
            return UTF_16LE;
        }
        if (zeros[0] > first.length / 8 && zeros[1] < zeros[0] / 8) {
            return UTF_16BE;
        }
        for (var encoding : List.of(UTF_8, GB18030)) {
            if (encoding.fits(file)) {
                return encoding;
            }
        }
        return WINDOWS_1252;
    }

    /** Bytes that mean nothing in this encoding become U+FFFD, so that they can be pointed at. */
    Reader reader(InputStream in) throws IOException {
        var marked = new PushbackInputStream(in, 4);
        var first = marked.readNBytes(Math.max(1, mark.length));
        if (mark.length == 0 || !isMarked(first)) {
            marked.unread(first);
        }
        return new InputStreamReader(marked, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private boolean isMarked(byte[] bytes) {
        return bytes.length >= mark.length && java.util.Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private boolean fits(Path file) throws IOException {
        var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var bytes = ByteBuffer.allocate(1 << 16);
        var letters = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(file)) {
            boolean end = false;
            while (!end) {
                end = channel.read(bytes) < 0;
                bytes.flip();
                letters.clear();
                if (decoder.decode(bytes, letters, false).isError()) {
                    return false;
                }
                bytes.compact();
            }
        }
        // A letter that the end of the file cuts in two does not make it another encoding.
        return true;
    }
}
