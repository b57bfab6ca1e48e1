package io.raceboard.review;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.PROPOSAL;
import static io.raceboard.db.Tables.PROPOSAL_COMMENT;
import static io.raceboard.db.Tables.PROPOSAL_ITEM;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectCount;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.trueCondition;

import io.raceboard.catalog.Period;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Bodies;
import io.raceboard.ledger.CurrentRows;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.ObservationDraft;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectField;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads proposals, and what the store holds of the records in them. */
@Component
class ReviewQueries {

    private static final TypeReference<LinkedHashMap<String, @Nullable Object>> BODY = new TypeReference<>() {
    };
    private static final int AT_ONCE = 5_000;
    /** Keys in one statement at the most. */
    private static final int MOST_KEYS = 500;

    private final DSLContext sql;
    private final Drafts drafts;
    private final JsonMapper json;

    ReviewQueries(DSLContext sql, Drafts drafts, JsonMapper json) {
        this.sql = sql;
        this.drafts = drafts;
        this.json = json;
    }

    Optional<Proposal> find(long id) {
        return sql.select(columns()).from(PROPOSAL).where(PROPOSAL.ID.eq(id)).fetchOptional(ReviewQueries::proposal);
    }

    /** Those that wait first, then the latest changed. */
    List<Proposal> list(ProposalFilter filter, int offset, int limit) {
        return sql.select(columns()).from(PROPOSAL).where(matches(filter))
                .orderBy(case_(PROPOSAL.STATE).when(ProposalState.WAITING.code(), 0).else_(1),
                        PROPOSAL.CHANGED_AT.desc(), PROPOSAL.ID.desc())
                .offset(offset).limit(limit)
                .fetch(ReviewQueries::proposal);
    }

    int waiting() {
        return sql.fetchCount(PROPOSAL, PROPOSAL.STATE.eq(ProposalState.WAITING.code()));
    }

    private static Condition matches(ProposalFilter filter) {
        Condition all = trueCondition();
        if (filter.state() != null) {
            all = all.and(PROPOSAL.STATE.eq(filter.state().code()));
        }
        if (filter.author() != null) {
            all = all.and(PROPOSAL.AUTHOR_ID.eq(filter.author()));
        }
        if (filter.topic() != null) {
            all = all.and(exists(selectOne().from(PROPOSAL_ITEM)
                    .where(PROPOSAL_ITEM.PROPOSAL_ID.eq(PROPOSAL.ID), PROPOSAL_ITEM.TOPIC.eq(filter.topic()))));
        }
        if (!filter.text().isBlank()) {
            var part = filter.text().strip().toLowerCase(Locale.ROOT);
            all = all.and(lower(PROPOSAL.AUTHOR).contains(part).or(lower(PROPOSAL.REASON).contains(part))
                    .or(exists(selectOne().from(PROPOSAL_ITEM).where(PROPOSAL_ITEM.PROPOSAL_ID.eq(PROPOSAL.ID),
                            lower(PROPOSAL_ITEM.RECORD_KEY).contains(part)))));
        }
        return all;
    }

    private static List<SelectField<?>> columns() {
        var open = field(selectCount().from(PROPOSAL_ITEM).where(PROPOSAL_ITEM.PROPOSAL_ID.eq(PROPOSAL.ID),
                PROPOSAL_ITEM.STATE.eq(ProposalItem.State.OPEN.code()))).as("open_items");
        var first = PROPOSAL_ITEM.as("first_item");
        var key = field(select(first.RECORD_KEY).from(first).where(first.PROPOSAL_ID.eq(PROPOSAL.ID),
                first.POSITION.eq(select(min(PROPOSAL_ITEM.POSITION)).from(PROPOSAL_ITEM)
                        .where(PROPOSAL_ITEM.PROPOSAL_ID.eq(PROPOSAL.ID))))).as("first_key");
        return List.of(PROPOSAL.ID, PROPOSAL.AUTHOR_ID, PROPOSAL.AUTHOR, PROPOSAL.ACTOR, PROPOSAL.KIND, PROPOSAL.ORIGIN,
                PROPOSAL.REASON, PROPOSAL.STATE, PROPOSAL.VERSION, PROPOSAL.ITEMS, open, key, PROPOSAL.CREATED_AT,
                PROPOSAL.CHANGED_AT, PROPOSAL.DECIDED_BY, PROPOSAL.DECIDED_AT);
    }

    private static Proposal proposal(Record r) {
        var key = r.get("first_key", String.class);
        return new Proposal(r.get(PROPOSAL.ID), r.get(PROPOSAL.AUTHOR_ID), r.get(PROPOSAL.AUTHOR), r.get(PROPOSAL.ACTOR),
                Act.Kind.valueOf(r.get(PROPOSAL.KIND).toUpperCase(Locale.ROOT)), r.get(PROPOSAL.ORIGIN),
                r.get(PROPOSAL.REASON), ProposalState.of(r.get(PROPOSAL.STATE)), r.get(PROPOSAL.VERSION),
                r.get(PROPOSAL.ITEMS), r.get("open_items", Integer.class), key == null ? "" : key,
                r.get(PROPOSAL.CREATED_AT), r.get(PROPOSAL.CHANGED_AT), r.get(PROPOSAL.DECIDED_BY),
                r.get(PROPOSAL.DECIDED_AT));
    }

    /** A page of a proposal's items, in their order. */
    List<ProposalItem> items(long proposal, int offset, int limit) {
        return items(PROPOSAL_ITEM.PROPOSAL_ID.eq(proposal), offset, limit);
    }

    /** What of the selection nobody has decided on yet. */
    List<ProposalItem> open(long proposal, Selection selection) {
        var of = PROPOSAL_ITEM.PROPOSAL_ID.eq(proposal)
                .and(PROPOSAL_ITEM.STATE.eq(ProposalItem.State.OPEN.code()));
        var found = new ArrayList<ProposalItem>();
        if (selection.positions().isEmpty()) {
            // drivers hold a whole answer in memory, so a large import comes in parts
            for (int last = -1;;) {
                var part = items(of.and(PROPOSAL_ITEM.POSITION.gt(last)), 0, AT_ONCE);
                found.addAll(part);
                if (part.size() < AT_ONCE) {
                    return found;
                }
                last = part.getLast().position();
            }
        }
        for (var part : parts(selection.positions().get())) {
            found.addAll(items(of.and(PROPOSAL_ITEM.POSITION.in(part)), 0, Integer.MAX_VALUE));
        }
        return found;
    }

    Optional<ProposalItem> item(long proposal, int position) {
        return items(PROPOSAL_ITEM.PROPOSAL_ID.eq(proposal).and(PROPOSAL_ITEM.POSITION.eq(position)), 0, 1).stream()
                .findFirst();
    }

    private List<ProposalItem> items(Condition which, int offset, int limit) {
        var i = PROPOSAL_ITEM;
        var once = new HashMap<String, String>();
        return sql.select(i.POSITION, i.KIND, i.RECORD_KEY, i.TOPIC, i.INDICATOR, i.BASE, i.BODY, i.STATE, i.CHANGE_ID)
                .from(i).where(which).orderBy(i.POSITION).offset(offset).limit(limit)
                .fetch(r -> {
                    var kind = Kind.valueOf(r.value2().toUpperCase(Locale.ROOT));
                    return new ProposalItem(r.value1(), kind, r.value3(), r.value4(), r.value5(), r.value6(),
                            once(drafts.read(kind, r.value7()), once), ProposalItem.State.of(r.value8()), r.value9());
                });
    }

    /** The same, with each word that many values share held once. */
    private static Object once(Object draft, Map<String, String> words) {
        if (!(draft instanceof ObservationDraft d)) {
            return draft;
        }
        return new ObservationDraft(once(d.indicator(), words), once(d.entity(), words), once(d.estimator(), words),
                d.period(), d.amount(), d.low(), d.high(), once(d.status(), words), d.partial(), d.withdrawn(),
                once(d.source(), words), d.note(), d.seen());
    }

    private static String once(String word, Map<String, String> words) {
        var known = words.putIfAbsent(word, word);
        return known == null ? word : known;
    }

    /** Indicators whose charts the open items change, by slug, with how many of them, most first. */
    Map<String, Integer> indicators(long proposal) {
        var i = PROPOSAL_ITEM;
        var many = org.jooq.impl.DSL.count();
        return sql.select(i.INDICATOR, many).from(i)
                .where(i.PROPOSAL_ID.eq(proposal), i.INDICATOR.isNotNull(),
                        i.KIND.eq(Kind.OBSERVATION.name().toLowerCase(Locale.ROOT)),
                        i.STATE.eq(ProposalItem.State.OPEN.code()))
                .groupBy(i.INDICATOR).orderBy(many.desc(), i.INDICATOR)
                .fetch().stream()
                .collect(java.util.stream.Collectors.toMap(r -> r.value1(), r -> r.value2(), (a, b) -> a,
                        LinkedHashMap::new));
    }

    /** Open values of one indicator. */
    List<ObservationDraft> values(long proposal, String indicator, int most) {
        return items(PROPOSAL_ITEM.PROPOSAL_ID.eq(proposal).and(PROPOSAL_ITEM.INDICATOR.eq(indicator))
                .and(PROPOSAL_ITEM.STATE.eq(ProposalItem.State.OPEN.code()))
                .and(PROPOSAL_ITEM.KIND.eq(Kind.OBSERVATION.name().toLowerCase(Locale.ROOT))), 0, most).stream()
                .map(i -> (ObservationDraft) i.draft()).toList();
    }

    /** What was said and done about the proposal, oldest first. */
    List<ProposalComment> comments(long proposal) {
        var c = PROPOSAL_COMMENT;
        return sql.select(c.PERSON, c.DEED, c.SAID, c.SAID_AT).from(c).where(c.PROPOSAL_ID.eq(proposal)).orderBy(c.ID)
                .fetch(r -> new ProposalComment(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Topics by slug of indicator. */
    Map<String, String> topicsOf(Set<String> indicators) {
        var found = new HashMap<String, String>();
        for (var part : parts(indicators)) {
            found.putAll(sql.select(INDICATOR.SLUG, INDICATOR.TOPIC).from(INDICATOR).where(INDICATOR.SLUG.in(part))
                    .fetchMap(INDICATOR.SLUG, INDICATOR.TOPIC));
        }
        return found;
    }

    /** Vintages now current of all values of these indicators, by what people call the value. */
    Map<String, Integer> currentVintages(Set<String> indicators) {
        var o = OBSERVATION;
        var found = new HashMap<String, Integer>();
        for (var part : parts(indicators)) {
            sql.select(o.series().indicator().SLUG, o.series().entity().SLUG, o.series().ESTIMATOR, o.PERIOD,
                            o.VINTAGE)
                    .from(o).where(CurrentRows.of(o), o.series().indicator().SLUG.in(part))
                    .forEach(r -> found.put(String.join("/", r.value1(), r.value2(), r.value3(), r.value4().text()),
                            r.value5()));
        }
        return found;
    }

    /** Revisions now current, by key; records that are not there are left out. */
    Map<String, Integer> currentRevisions(Kind kind, Set<String> keys) {
        var found = new HashMap<String, Integer>();
        for (var part : parts(keys)) {
            found.putAll(sql.select(REVISION.RECORD_KEY, max(REVISION.REVISION_)).from(REVISION)
                    .where(REVISION.RECORD_TYPE.eq(Bodies.recordType(kind)), REVISION.RECORD_KEY.in(part))
                    .groupBy(REVISION.RECORD_KEY)
                    .fetchMap(REVISION.RECORD_KEY, max(REVISION.REVISION_)));
        }
        return found;
    }

    /** What the author saw and what is on the board now, of each of these items. */
    List<Difference> differences(List<ProposalItem> items) {
        return items.stream().map(item -> item.draft() instanceof ObservationDraft value
                ? difference(item, value) : difference(item)).toList();
    }

    private Difference difference(ProposalItem item) {
        var bodies = revisions(item.kind(), item.key());
        if (bodies.isEmpty()) {
            bodies = revisions(item.kind(), today(Bodies.recordType(item.kind()), item.key()));
        }
        int now = bodies.keySet().stream().mapToInt(n -> n).max().orElse(0);
        return Difference.of(item, now, bodies.containsKey(item.base()) ? parse(bodies.get(item.base())) : Map.of(),
                now == 0 ? Map.of() : parse(bodies.get(now)));
    }

    private Map<Integer, String> revisions(Kind kind, String key) {
        var r = REVISION;
        return sql.select(r.REVISION_, r.BODY).from(r)
                .where(r.RECORD_TYPE.eq(Bodies.recordType(kind)), r.RECORD_KEY.eq(key))
                .fetchMap(r.REVISION_, r.BODY);
    }

    /** The slug that a record has now which may have been renamed since. */
    private String today(String recordType, String slug) {
        return sql.select(ALIAS.SLUG).from(ALIAS).where(ALIAS.RECORD_TYPE.eq(recordType), ALIAS.OLD_SLUG.eq(slug))
                .fetchOptional(ALIAS.SLUG).orElse(slug);
    }

    private Map<String, @Nullable Object> parse(String body) {
        return json.readValue(body, BODY);
    }

    private Difference difference(ProposalItem item, ObservationDraft value) {
        var o = OBSERVATION;
        var period = Period.find(value.period());
        if (period.isEmpty()) {
            return Difference.of(item, 0, Map.of(), Map.of());
        }
        var vintages = new HashMap<Integer, Map<String, @Nullable Object>>();
        int now = 0;
        for (var r : sql.select(o.VINTAGE, o.CURRENT_MARK, o.AMOUNT, o.LOW, o.HIGH, o.STATUS, o.PARTIAL, o.WITHDRAWN,
                        o.source().SLUG, o.NOTE)
                .from(o).join(SERIES).on(o.SERIES_ID.eq(SERIES.ID))
                .where(SERIES.indicator().SLUG.eq(today("indicator", value.indicator())),
                        SERIES.entity().SLUG.eq(today("entity", value.entity())),
                        SERIES.ESTIMATOR.eq(today("estimator", value.estimator())), o.PERIOD.eq(period.get()),
                        o.CURRENT_MARK.eq((short) 1).or(o.VINTAGE.eq(inline(item.base()))))
                .fetch()) {
            var body = new LinkedHashMap<String, @Nullable Object>();
            body.put("value", r.value3());
            body.put("low", r.value4());
            body.put("high", r.value5());
            body.put("status", r.value6().code());
            body.put("partial", r.value7());
            body.put("withdrawn", r.value8());
            body.put("source", r.value9());
            body.put("note", r.value10());
            vintages.put(r.value1(), body);
            if (r.value2() != null) {
                now = r.value1();
            }
        }
        return Difference.of(item, now, vintages.getOrDefault(item.base(), Map.of()),
                vintages.getOrDefault(now, Map.of()));
    }

    private static <T> List<List<T>> parts(Collection<T> all) {
        var list = List.copyOf(all);
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < list.size(); from += MOST_KEYS) {
            parts.add(list.subList(from, Math.min(list.size(), from + MOST_KEYS)));
        }
        return parts;
    }
}
