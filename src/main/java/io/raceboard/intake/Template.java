package io.raceboard.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files to begin with: the columns alone, or with real values in them. */
@Component
class Template {

    static final List<Field> FIELDS = List.of(Field.INDICATOR, Field.ENTITY, Field.ESTIMATOR, Field.PERIOD, Field.VALUE,
            Field.LOW, Field.HIGH, Field.UNIT, Field.STATUS, Field.PARTIAL, Field.SOURCE, Field.NOTE);

    private final ExampleQueries queries;

    Template(ExampleQueries queries) {
        this.queries = queries;
    }

    void write(FileKind kind, boolean filled, OutputStream to) throws IOException {
        try (var out = TableOut.of(kind, to)) {
            out.row(FIELDS.stream().map(Field::code).toList());
            for (var row : filled ? queries.rows() : List.<List<String>>of()) {
                out.row(row);
            }
        }
    }
}
