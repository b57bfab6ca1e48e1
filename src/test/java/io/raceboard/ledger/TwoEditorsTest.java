package io.raceboard.ledger;

import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.ledger.Sample.ACT;
import static io.raceboard.ledger.Sample.catalogue;
import static io.raceboard.ledger.Sample.seen;
import static io.raceboard.ledger.Sample.solar;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Two editors look at and save the same twenty rows, in a thousand steps of random order: whoever saves what the other
 * has changed since they looked is told so, and nothing is overwritten.
 */
@StoreTest
class TwoEditorsTest {

    private static final int STEPS = 1000;
    private static final int ROWS = 20;

    private final TestStore store;
    private final Random random = new Random(20261122);
    /** What was written and confirmed, row by row. */
    private final Map<String, List<BigDecimal>> confirmed = new HashMap<>();
    private int lost;

    TwoEditorsTest(Engine engine) {
        store = engine.emptyStore();
    }

    /** Somebody with a page open: which vintage of each row it shows. */
    private final class Editor {

        private final Map<String, Integer> shown = new HashMap<>();

        void look(String period) {
            shown.put(period, confirmed.get(period).size());
        }

        void save(String period, String amount) {
            int base = shown.get(period);
            boolean isNewest = base == confirmed.get(period).size();
            var outcome = store.ledger().save(Batch.of(seen(solar(period, amount), base)), ACT);
            if (isNewest) {
                assertThat(outcome.faults()).isEmpty();
                assertThat(outcome.changeId()).isPresent();
                confirmed.get(period).add(new BigDecimal(amount));
                look(period);
            } else {
                assertThat(outcome.changeId()).isEmpty();
                assertThat(outcome.faults()).singleElement().satisfies(fault -> {
                    assertThat(fault.code()).isEqualTo("changed-meanwhile");
                    assertThat(fault.clash()).isEqualTo(new Fault.Clash(base, confirmed.get(period).size()));
                });
                lost++;
            }
        }
    }

    @Test
    void nothingIsOverwrittenSilently() {
        var periods = IntStream.rangeClosed(2001, 2000 + ROWS).mapToObj(String::valueOf).toList();
        store.ledger().save(catalogue(), ACT);
        store.ledger().save(Batch.values(periods.stream().map(p -> solar(p, "1000")).toList()), ACT);
        periods.forEach(p -> confirmed.put(p, new ArrayList<>(List.of(new BigDecimal(1000)))));
        var editors = List.of(new Editor(), new Editor());
        editors.forEach(e -> periods.forEach(e::look));

        for (int step = 1; step <= STEPS; step++) {
            var editor = editors.get(random.nextInt(2));
            var period = periods.get(random.nextInt(ROWS));
            if (random.nextInt(3) == 0) {
                editor.look(period);
            } else {
                editor.save(period, String.valueOf(1000 + step));
            }
        }

        assertThat(lost).as("saves that came too late").isGreaterThan(100);
        var o = OBSERVATION;
        var stored = new HashMap<String, List<BigDecimal>>();
        store.sql().select(o.PERIOD, o.AMOUNT).from(o).orderBy(o.VINTAGE)
                .forEach(r -> stored.computeIfAbsent(r.value1().text(), p -> new ArrayList<>())
                        .add(r.value2().stripTrailingZeros()));
        confirmed.replaceAll((period, amounts) -> amounts.stream().map(BigDecimal::stripTrailingZeros).toList());
        assertThat(stored).isEqualTo(confirmed);
    }
}
