package io.raceboard.ledger;

import static io.raceboard.db.Tables.POLICY_EVENT_INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.POLICY_EVENT_STATUS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.raceboard.catalog.Period;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;
import org.springframework.stereotype.Component;

/** What policy events name, jurisdictions, sources and indicators, and how they stood: each in a table of its own. */
@Component
class EventLinks {

    /** Ids of what one event names, in the order given, and its states. */
    record Links(long event, List<Long> jurisdictions, List<Long> sources, List<Long> indicators,
            List<EventStep> history) {
    }

    private final DSLContext sql;

    EventLinks(DSLContext sql) {
        this.sql = sql;
    }

    /** By column name, then by id of the event: slugs with semicolons between. */
    Map<String, Map<Long, String>> read() {
        var j = POLICY_EVENT_JURISDICTION;
        var s = POLICY_EVENT_SOURCE;
        var i = POLICY_EVENT_INDICATOR;
        var h = POLICY_EVENT_STATUS;
        return Map.of(
                "jurisdictions", joined(sql.select(j.EVENT_ID, j.entity().SLUG).from(j)
                        .orderBy(j.EVENT_ID, j.POSITION).fetch()),
                "sources", joined(sql.select(s.EVENT_ID, s.source().SLUG).from(s)
                        .orderBy(s.EVENT_ID, s.POSITION).fetch()),
                "indicators", joined(sql.select(i.EVENT_ID, i.indicator().SLUG).from(i)
                        .fetch().sortAsc(1)),
                "history", joined(sql.select(h.EVENT_ID, h.STATUS.concat(" ").concat(h.SINCE)).from(h)
                        .orderBy(h.EVENT_ID, h.POSITION).fetch()));
    }

    /** Replaces all links and states of these events. */
    void write(List<Links> events) {
        var ids = events.stream().map(Links::event).toList();
        var j = POLICY_EVENT_JURISDICTION;
        var s = POLICY_EVENT_SOURCE;
        var i = POLICY_EVENT_INDICATOR;
        var h = POLICY_EVENT_STATUS;
        sql.deleteFrom(j).where(j.EVENT_ID.in(ids)).execute();
        sql.deleteFrom(s).where(s.EVENT_ID.in(ids)).execute();
        sql.deleteFrom(i).where(i.EVENT_ID.in(ids)).execute();
        sql.deleteFrom(h).where(h.EVENT_ID.in(ids)).execute();
        try (var jurisdictions = Rows.insert(sql, j, List.of(j.EVENT_ID, j.ENTITY_ID, j.POSITION));
                var sources = Rows.insert(sql, s, List.of(s.EVENT_ID, s.SOURCE_ID, s.POSITION));
                var indicators = Rows.insert(sql, i, List.of(i.EVENT_ID, i.INDICATOR_ID));
                var history = Rows.insert(sql, h, List.of(h.EVENT_ID, h.POSITION, h.STATUS, h.SINCE, h.SINCE_ON))) {
            for (var event : events) {
                for (int n = 0; n < event.jurisdictions().size(); n++) {
                    jurisdictions.add(event.event(), event.jurisdictions().get(n), n + 1);
                }
                for (int n = 0; n < event.sources().size(); n++) {
                    sources.add(event.event(), event.sources().get(n), n + 1);
                }
                event.indicators().forEach(indicator -> indicators.add(event.event(), indicator));
                for (int n = 0; n < event.history().size(); n++) {
                    var step = event.history().get(n);
                    history.add(event.event(), n + 1, step.status(), step.since(),
                            Period.parse(step.since()).start());
                }
            }
        }
    }

    private static Map<Long, String> joined(Result<Record2<Long, String>> links) {
        return links.stream().collect(groupingBy(Record2::value1, mapping(Record2::value2, joining(";"))));
    }
}
