package io.raceboard.backup;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts and hashes of all data, independent of the numbers that a store gives its rows: equal stores say the same. */
@Component
class DigestQueries {

    private static final SequencedMap<String, String> TABLES = new LinkedHashMap<>();

    static {
        TABLES.put("change", "select * from change order by id");
        TABLES.put("topic", "select * from topic order by slug");
        TABLES.put("unit", "select * from unit order by code");
        TABLES.put("estimator", "select * from estimator order by slug");
        TABLES.put("source", """
                select s.*, i.slug as merged_into_slug from source s left join source i on i.id = s.merged_into
                order by s.slug""");
        TABLES.put("entity", "select * from entity order by slug");
        TABLES.put("indicator", "select * from indicator order by slug");
        TABLES.put("series", """
                select i.slug as i_slug, e.slug as e_slug, s.* from series s join indicator i on i.id = s.indicator_id
                join entity e on e.id = s.entity_id order by i.slug, e.slug, s.estimator""");
        TABLES.put("observation", """
                select i.slug as i_slug, e.slug as e_slug, s.estimator, q.slug as q_slug, o.* from observation o
                join series s on s.id = o.series_id join indicator i on i.id = s.indicator_id
                join entity e on e.id = s.entity_id join source q on q.id = o.source_id
                order by i.slug, e.slug, s.estimator, o.period, o.vintage""");
        TABLES.put("policy_event", "select * from policy_event order by slug");
        TABLES.put("policy_event_jurisdiction", """
                select p.slug as p_slug, e.slug as e_slug, l.position from policy_event_jurisdiction l
                join policy_event p on p.id = l.event_id join entity e on e.id = l.entity_id order by p.slug, e.slug""");
        TABLES.put("policy_event_source", """
                select p.slug as p_slug, s.slug as s_slug, l.position from policy_event_source l
                join policy_event p on p.id = l.event_id join source s on s.id = l.source_id order by p.slug, s.slug""");
        TABLES.put("policy_event_indicator", """
                select p.slug as p_slug, i.slug as i_slug from policy_event_indicator l
                join policy_event p on p.id = l.event_id join indicator i on i.id = l.indicator_id
                order by p.slug, i.slug""");
        TABLES.put("policy_event_status", """
                select p.slug as p_slug, l.position, l.status, l.since, l.since_on from policy_event_status l
                join policy_event p on p.id = l.event_id order by p.slug, l.position""");
        TABLES.put("revision", "select * from revision order by record_type, record_key, revision");
        TABLES.put("alias", "select * from alias order by record_type, old_slug");
        TABLES.put("slug_move", "select * from slug_move order by change_id");
    }

    private static final Set<String> NUMBERS_OF_ROWS =
            Set.of("merged_into", "indicator_id", "entity_id", "series_id", "source_id");

    private final DSLContext sql;

    DigestQueries(DSLContext sql) {
        this.sql = sql;
    }

    /** By table: {@code 1234 rows, 5f3a...}. */
    Map<String, String> digest() {
        var digests = new LinkedHashMap<String, String>();
        TABLES.forEach((table, query) -> digests.put(table, digest(table, query)));
        return digests;
    }

    private String digest(String table, String query) {
        var hash = JournalLines.sha256();
        long rows = 0;
        try (var cursor = sql.resultQuery(query).fetchSize(1000).fetchLazy()) {
            for (var row : cursor) {
                hash.update(text(row, table.equals("change")).getBytes(StandardCharsets.UTF_8));
                rows++;
            }
        }
        return rows + " rows, " + HexFormat.of().formatHex(hash.digest()).substring(0, 32);
    }

    private static String text(Record row, boolean withId) {
        return row.fieldStream()
                .filter(f -> withId || !f.getName().equalsIgnoreCase("id"))
                .filter(f -> !NUMBERS_OF_ROWS.contains(f.getName().toLowerCase(java.util.Locale.ROOT)))
                .map(f -> f.getName().toLowerCase(java.util.Locale.ROOT) + "=" + text(f.get(row)))
                .collect(Collectors.joining("\u001f", "", "\u001e"));
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case BigDecimal number -> number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
            case OffsetDateTime at -> at.toInstant().toString();
            case Instant at -> at.toString();
            case null -> "\u0000";
            default -> value.toString();
        };
    }
}
