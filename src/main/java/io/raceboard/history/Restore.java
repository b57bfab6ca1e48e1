package io.raceboard.history;

import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.RecordKey;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Earlier versions as batches, ready to be saved or proposed like anything else: as new vintages and revisions, refused
 * if somebody changes what they replace in the meantime. Save them with kind {@code RESTORE} or {@code WITHDRAW}.
 */
@Service
public class Restore {

    private final HistoryQueries history;

    Restore(HistoryQueries history) {
        this.history = history;
    }

    /** What one vintage said; empty where there is no such vintage. */
    public Optional<Batch> vintage(PointKey point, int number) {
        var all = history.vintages(point.indicator(), point.entity(), point.estimator(), point.period());
        return all.stream().filter(past -> past.vintage().number() == number).findFirst()
                .map(past -> Batch.of(past.vintage().draft(point, all.getFirst().vintage().number())));
    }

    /** What one revision said, under the name of today; empty where there is no such revision. */
    public Optional<Batch> revision(RecordKey record, int number) {
        var all = history.revisions(record);
        return all.stream().filter(past -> past.number() == number).findFirst().map(past -> {
            var body = past.body();
            Bodies.columns(record.kind()).stream().limit(1).forEach(key -> body.put(key, all.getFirst().body().get(key)));
            return Bodies.batch(record.kind(), body).seen(Map.of(record, all.getFirst().number()));
        });
    }

    /** These values taken back, as they stand now; those that are not there are left out. */
    public Batch withdrawal(Collection<PointKey> points) {
        return Batch.values(points.stream().flatMap(point -> history.vintages(point.indicator(), point.entity(),
                        point.estimator(), point.period()).stream().limit(1)
                .filter(past -> !past.vintage().withdrawn())
                .map(past -> past.vintage().withdrawal(point))).toList());
    }
}
