package io.raceboard.intake;

import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.Verdict.Standing;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What taking in a file would come to; nothing has been written. Rows and faults lie on disk and are read by pages,
 * memory holds about 25 bytes for each row.
 */
class Preview implements Closeable {

    private final int size;
    private final int[] rows;
    private final byte[] standings;
    private final int[] seen;
    private final long[] places;
    private final Spool spool;
    private final FaultList faults;
    private final FaultList warnings;
    private final List<SeriesDraft> series;
    private final Set<String> indicators;
    private final int[] counts = new int[Standing.values().length];

    Preview(int size, int[] rows, byte[] standings, int[] seen, long[] places, Spool spool, FaultList faults,
            FaultList warnings, List<SeriesDraft> series, Set<String> indicators) {
        this.size = size;
        this.rows = Arrays.copyOf(rows, size);
        this.standings = Arrays.copyOf(standings, size);
        this.seen = Arrays.copyOf(seen, size);
        this.places = Arrays.copyOf(places, size);
        this.spool = spool;
        this.faults = faults;
        this.warnings = warnings;
        this.series = List.copyOf(series);
        this.indicators = Set.copyOf(indicators);
        for (int i = 0; i < size; i++) {
            counts[standings[i]]++;
        }
    }

    /** How many rows the file has. */
    int size() {
        return size;
    }

    int count(Standing standing) {
        return counts[standing.ordinal()];
    }

    /** How many rows would change the store. */
    int toWrite() {
        return count(Standing.NEW) + count(Standing.CHANGED);
    }

    boolean isClean() {
        return count(Standing.REFUSED) == 0;
    }

    FaultList faults() {
        return faults;
    }

    /** Values that may be right but do not look it; whoever takes them in says why. */
    FaultList warnings() {
        return warnings;
    }

    /** Series that would be added. */
    List<SeriesDraft> series() {
        return series;
    }

    /** Whose values would change. */
    Set<String> indicators() {
        return indicators;
    }

    /** A page of the rows of a standing, in the order of the file. */
    List<PreviewRow> page(Standing standing, int from, int most) {
        var page = new ArrayList<PreviewRow>(Math.min(most, 200));
        int skipped = 0;
        for (int i = 0; i < size && page.size() < most; i++) {
            if (standings[i] == standing.ordinal() && skipped++ >= from) {
                page.add(spool.read(places[i], PreviewRow::read));
            }
        }
        return page;
    }

    Standing standing(int index) {
        return Standing.values()[standings[index]];
    }

    /** The vintage that the row at this place was compared with; 0 for none. */
    int seen(int index) {
        return seen[index];
    }

    int row(int index) {
        return rows[index];
    }

    IntStream refusedRows() {
        return IntStream.range(0, size).filter(i -> standings[i] == Standing.REFUSED.ordinal()).map(i -> rows[i]);
    }

    @Override
    public void close() throws IOException {
        spool.close();
        faults.close();
        warnings.close();
    }
}
