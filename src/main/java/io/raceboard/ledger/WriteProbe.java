package io.raceboard.ledger;

import static io.raceboard.db.Tables.WRITE_PROBE;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds out whether the store can be written: some damage, and a full or read-only disk, shows only then. */
@Component
public class WriteProbe {

    private final DSLContext sql;
    private final Clock clock;

    WriteProbe(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Writes a row, reads it and deletes it.
     *
     * @throws UnwritableStore when that does not work
     */
    public void run() {
        try {
            var written = clock.instant().truncatedTo(ChronoUnit.MICROS);
            long id = sql.insertInto(WRITE_PROBE, WRITE_PROBE.WRITTEN_AT).values(written)
                    .returning(WRITE_PROBE.ID).fetchSingle(WRITE_PROBE.ID);
            var read = sql.select(WRITE_PROBE.WRITTEN_AT).from(WRITE_PROBE).where(WRITE_PROBE.ID.eq(id))
                    .fetchSingle(WRITE_PROBE.WRITTEN_AT);
            if (!written.equals(read)) {
                throw new IllegalStateException("wrote %s and read %s".formatted(written, read));
            }
            sql.deleteFrom(WRITE_PROBE).where(WRITE_PROBE.ID.le(id)).execute();
        } catch (RuntimeException failed) {
            throw new UnwritableStore(failed);
        }
    }
}
