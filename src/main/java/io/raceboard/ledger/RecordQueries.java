package io.raceboard.ledger;

import io.raceboard.ledger.Fault.Kind;
import java.util.Map;
import java.util.Optional;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads one catalogue record or event whole, as it is now, for whoever wants to change it. */
@Component
public class RecordQueries {

    private final StateQueries states;

    RecordQueries(StateQueries states) {
        this.states = states;
    }

    /**
     * A record as it is now.
     *
     * @param key the slug of today
     * @param body by column name of the data set's files; a list as text with semicolons
     */
    public record Version(RecordKey key, int revision, Map<String, @Nullable Object> body) {
    }

    /** The record of that slug; one that it had before leads to it, too. */
    @SuppressWarnings("unchecked")
    public Optional<Version> find(Kind kind, String slug) {
        var shelf = Shelves.of(kind);
        var now = states.aliases().now(kind, slug);
        var column = (TableField<?, String>) shelf.columns().getFirst().write();
        return Optional.ofNullable(states.records(shelf, column.eq(now)).get(now))
                .map(stored -> new Version(new RecordKey(kind, now), stored.revision(), stored.body()));
    }
}
