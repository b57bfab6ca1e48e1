package io.raceboard.live;

import io.raceboard.ledger.ChangeSaved;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The newest change behind everything that can be shown; ids of changes, so larger is newer.
 *
 * @param latest the newest change of all
 * @param catalog the newest change of any catalogue entry
 * @param events the newest change of any policy event
 * @param indicators by slug: the newest change of its values
 * @param savedAt when {@code latest} was saved
 * @param eventsAt when {@code events} was saved; the epoch where there never was an event
 * @param today the day in UTC: ages, today lines and what is overdue change with it although no value does
 */
public record Versions(long latest, long catalog, long events, Map<String, Long> indicators, Instant savedAt,
        Instant eventsAt, LocalDate today) {

    /**
     * The versions once this change, which gives no record another slug, is in the store. Of two savers the later may be
     * heard first: nothing becomes older by that.
     */
    Versions after(ChangeSaved change, LocalDate today) {
        var newer = new HashMap<>(indicators);
        change.indicators().forEach(slug -> newer.merge(slug, change.changeId(), Math::max));
        return new Versions(Math.max(latest, change.changeId()),
                change.catalog() ? Math.max(catalog, change.changeId()) : catalog,
                change.events() ? Math.max(events, change.changeId()) : events, Map.copyOf(newer),
                change.changeId() > latest ? change.at() : savedAt,
                change.events() && change.changeId() > events ? change.at() : eventsAt, today);
    }

    /** A version as addresses carry it: {@code 12.20261122}. What is shown there never changes. */
    public String stamp(long version) {
        return version + "." + today.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    /** The newest change of these indicators and the catalogue. */
    public long of(Collection<String> slugs) {
        return Math.max(catalog, slugs.stream().mapToLong(s -> indicators.getOrDefault(s, 0L)).max().orElse(0));
    }
}
