package io.raceboard.intake;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All faults of a file, however many: the texts lie on disk, memory holds a few bytes for each. */
class FaultList implements Closeable {

    private final Spool spool;
    private final List<String> codes = new ArrayList<>();
    private final Map<String, Integer> codeNumbers = new HashMap<>();
    /** Row in the upper half, number of the fault in the lower: sorting brings them into the order of the file. */
    private long[] order = new long[64];
    private long[] places = new long[64];
    private byte[] codeOf = new byte[64];
    private int size;

    FaultList(Path path) throws IOException {
        spool = new Spool(path);
    }

    void add(RowFault fault) throws IOException {
        if (size == order.length) {
            order = Arrays.copyOf(order, size * 2);
            places = Arrays.copyOf(places, size * 2);
            codeOf = Arrays.copyOf(codeOf, size * 2);
        }
        order[size] = (long) fault.row() << 32 | size;
        places[size] = spool.append(out -> write(fault, out));
        codeOf[size] = (byte) (int) codeNumbers.computeIfAbsent(fault.code(), code -> {
            codes.add(code);
            return codes.size() - 1;
        });
        size++;
    }

    void finish() throws IOException {
        spool.finish();
        order = Arrays.copyOf(order, size);
        Arrays.sort(order);
        places = Arrays.copyOf(places, size);
        codeOf = Arrays.copyOf(codeOf, size);
    }

    int size() {
        return size;
    }

    /** How many there are of each code, the most frequent first. */
    Map<String, Integer> counts() {
        var counts = new int[codes.size()];
        for (int i = 0; i < size; i++) {
            counts[codeOf[i]]++;
        }
        var sorted = new LinkedHashMap<String, Integer>();
        codes.stream().sorted((a, b) -> Integer.compare(counts[codeNumbers.get(b)], counts[codeNumbers.get(a)]))
                .forEach(code -> sorted.put(code, counts[codeNumbers.get(code)]));
        return sorted;
    }

    /** A page of them in the order of the file; only those of a code where one is given. */
    List<RowFault> page(int from, int most, Optional<String> code) {
        var page = new ArrayList<RowFault>(Math.min(most, 200));
        int wanted = code.map(c -> codeNumbers.getOrDefault(c, -1)).orElse(-1);
        int skipped = 0;
        for (int i = code.isEmpty() ? Math.min(from, size) : 0; i < size && page.size() < most; i++) {
            int fault = (int) order[i];
            if (code.isPresent() && (codeOf[fault] != wanted || skipped++ < from)) {
                continue;
            }
            page.add(spool.read(places[fault], FaultList::read));
        }
        return page;
    }

    /** Those of one row. */
    List<RowFault> ofRow(int row) {
        int at = Arrays.binarySearch(order, (long) row << 32);
        var faults = new ArrayList<RowFault>();
        for (int i = at < 0 ? -at - 1 : at; i < size && order[i] >>> 32 == row; i++) {
            faults.add(spool.read(places[(int) order[i]], FaultList::read));
        }
        return faults;
    }

    @Override
    public void close() throws IOException {
        spool.close();
    }

    private static void write(RowFault fault, DataOutputStream out) throws IOException {
        out.writeInt(fault.row());
        writeOptional(fault.column(), out);
        out.writeUTF(fault.key());
        out.writeByte(fault.values().size());
        for (var value : fault.values()) {
            out.writeUTF(value);
        }
        writeOptional(fault.value(), out);
        out.writeUTF(RowFault.shorten(fault.english()));
    }

    private static RowFault read(DataInputStream in) throws IOException {
        int row = in.readInt();
        var column = readOptional(in);
        var key = in.readUTF();
        var values = new String[in.readByte()];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readUTF();
        }
        return new RowFault(row, column, key, List.of(values), readOptional(in), in.readUTF());
    }

    private static void writeOptional(@Nullable String text, DataOutputStream out) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readOptional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
