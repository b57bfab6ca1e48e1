package io.raceboard.wall;

import static io.raceboard.db.Tables.WALL;
import static io.raceboard.db.Tables.WALL_DISPLAY;
import static io.raceboard.db.Tables.WALL_LINK;
import static io.raceboard.db.Tables.WALL_SLIDE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.raceboard.catalog.Lang;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Walls, links and named displays in the store. */
@Component
class WallStore {

    /** @param revokedAt null while it opens its wall */
    record Link(long id, String wall, String digest, String label, Instant createdAt, String createdBy,
            @Nullable Instant revokedAt) {
    }

    /**
     * A screen that somebody gave a name.
     *
     * @param movedTo slug of the wall that it shows wherever its own address leads; null for where it leads
     */
    record Named(String code, String label, @Nullable String place, @Nullable String movedTo,
            @Nullable Instant heardAt) {
    }

    private final DSLContext sql;

    WallStore(DSLContext sql) {
        this.sql = sql;
    }

    /** All walls by title. */
    List<Wall> walls() {
        var slides = sql.select(WALL_SLIDE.WALL_ID, WALL_SLIDE.KIND, WALL_SLIDE.ADDRESS, WALL_SLIDE.SECONDS,
                        WALL_SLIDE.WITHIN_HOURS, WALL_SLIDE.TITLE, WALL_SLIDE.BODY)
                .from(WALL_SLIDE)
                .orderBy(WALL_SLIDE.WALL_ID, WALL_SLIDE.PLACE)
                .fetch().stream()
                .collect(groupingBy(r -> r.value1(), mapping(r -> new Slide(Slide.Kind.find(r.value2()).orElseThrow(),
                        r.value3(), r.value4(), r.value5(), r.value6(), r.value7()), toList())));
        return sql.select(WALL.ID, WALL.SLUG, WALL.TITLE, WALL.LANG, WALL.METRES, WALL.INCHES, WALL.TIME_ZONE,
                        WALL.THEME, WALL.NIGHT_HOURS, WALL.OFF_HOURS, WALL.OPEN_TO_ALL, WALL.VERSION)
                .from(WALL)
                .orderBy(WALL.TITLE, WALL.SLUG)
                .fetch(r -> wall(r, slides.getOrDefault(r.value1(), List.of())));
    }

    private static Wall wall(Record r, List<Slide> slides) {
        return new Wall(r.get(WALL.SLUG), r.get(WALL.TITLE), Lang.of(r.get(WALL.LANG)).orElseThrow(),
                r.get(WALL.METRES), r.get(WALL.INCHES), ZoneId.of(r.get(WALL.TIME_ZONE)),
                Wall.Theme.valueOf(r.get(WALL.THEME).toUpperCase(Locale.ROOT)), hours(r.get(WALL.NIGHT_HOURS)),
                hours(r.get(WALL.OFF_HOURS)), r.get(WALL.OPEN_TO_ALL), slides, r.get(WALL.VERSION));
    }

    private static @Nullable Hours hours(@Nullable String text) {
        return text == null ? null : Hours.find(text).orElse(null);
    }

    /** Stores a wall that is not there yet; false when its slug is taken. */
    @Transactional
    boolean add(Wall wall, String who, Instant now) {
        var taken = sql.fetchExists(WALL, WALL.SLUG.eq(wall.slug()));
        if (taken) {
            return false;
        }
        var id = sql.insertInto(WALL)
                .set(WALL.SLUG, wall.slug())
                .set(WALL.TITLE, wall.title())
                .set(WALL.LANG, wall.lang().code())
                .set(WALL.METRES, wall.metres())
                .set(WALL.INCHES, wall.inches())
                .set(WALL.TIME_ZONE, wall.zone().getId())
                .set(WALL.THEME, wall.theme().name().toLowerCase(Locale.ROOT))
                .set(WALL.NIGHT_HOURS, text(wall.night()))
                .set(WALL.OFF_HOURS, text(wall.off()))
                .set(WALL.OPEN_TO_ALL, wall.openToAll())
                .set(WALL.VERSION, 1)
                .set(WALL.CHANGED_AT, now)
                .set(WALL.CHANGED_BY, who)
                .returning(WALL.ID).fetchSingle().getId();
        write(id, wall.slides());
        return true;
    }

    /** Replaces a wall by its next version; false when it is not at the version that was edited. */
    @Transactional
    boolean replace(String slug, Wall wall, String who, Instant now) {
        var changed = sql.update(WALL)
                .set(WALL.SLUG, wall.slug())
                .set(WALL.TITLE, wall.title())
                .set(WALL.LANG, wall.lang().code())
                .set(WALL.METRES, wall.metres())
                .set(WALL.INCHES, wall.inches())
                .set(WALL.TIME_ZONE, wall.zone().getId())
                .set(WALL.THEME, wall.theme().name().toLowerCase(Locale.ROOT))
                .set(WALL.NIGHT_HOURS, text(wall.night()))
                .set(WALL.OFF_HOURS, text(wall.off()))
                .set(WALL.OPEN_TO_ALL, wall.openToAll())
                .set(WALL.VERSION, wall.version() + 1)
                .set(WALL.CHANGED_AT, now)
                .set(WALL.CHANGED_BY, who)
                .where(WALL.SLUG.eq(slug), WALL.VERSION.eq(wall.version()))
                .execute();
        if (changed == 0) {
            return false;
        }
        if (!slug.equals(wall.slug())) {
            sql.update(WALL_DISPLAY).set(WALL_DISPLAY.MOVED_TO, wall.slug()).where(WALL_DISPLAY.MOVED_TO.eq(slug)).execute();
        }
        var id = id(wall.slug()).orElseThrow();
        sql.deleteFrom(WALL_SLIDE).where(WALL_SLIDE.WALL_ID.eq(id)).execute();
        write(id, wall.slides());
        return true;
    }

    private void write(long wall, List<Slide> slides) {
        var rows = IntStream.range(0, slides.size()).mapToObj(place -> {
            var slide = slides.get(place);
            var row = sql.newRecord(WALL_SLIDE);
            row.setWallId(wall);
            row.setPlace(place);
            row.setKind(slide.kind().code());
            row.setAddress(slide.address());
            row.setSeconds(slide.seconds());
            row.setWithinHours(slide.withinHours());
            row.setTitle(slide.title());
            row.setBody(slide.text());
            return row;
        }).toList();
        sql.batchInsert(rows).execute();
    }

    private static @Nullable String text(@Nullable Hours hours) {
        return hours == null ? null : hours.toString();
    }

    private Optional<Long> id(String slug) {
        return sql.select(WALL.ID).from(WALL).where(WALL.SLUG.eq(slug)).fetchOptional(WALL.ID);
    }

    /** Takes the wall away with its links; displays moved to it go back to where their address leads. */
    @Transactional
    void remove(String slug) {
        id(slug).ifPresent(id -> {
            sql.update(WALL_DISPLAY).setNull(WALL_DISPLAY.MOVED_TO).where(WALL_DISPLAY.MOVED_TO.eq(slug)).execute();
            sql.deleteFrom(WALL_LINK).where(WALL_LINK.WALL_ID.eq(id)).execute();
            sql.deleteFrom(WALL_SLIDE).where(WALL_SLIDE.WALL_ID.eq(id)).execute();
            sql.deleteFrom(WALL).where(WALL.ID.eq(id)).execute();
        });
    }

    /** All links, the newest first. */
    List<Link> links() {
        return sql.select(WALL_LINK.ID, WALL.SLUG, WALL_LINK.DIGEST, WALL_LINK.LABEL, WALL_LINK.CREATED_AT,
                        WALL_LINK.CREATED_BY, WALL_LINK.REVOKED_AT)
                .from(WALL_LINK)
                .join(WALL).on(WALL_LINK.WALL_ID.eq(WALL.ID))
                .orderBy(WALL_LINK.ID.desc())
                .fetch(Records.mapping(Link::new));
    }

    /** @param digest of the secret; the secret itself is nowhere */
    @Transactional
    void addLink(String wall, String digest, String label, String who, Instant now) {
        sql.insertInto(WALL_LINK)
                .set(WALL_LINK.WALL_ID, id(wall).orElseThrow())
                .set(WALL_LINK.DIGEST, digest)
                .set(WALL_LINK.LABEL, label)
                .set(WALL_LINK.CREATED_AT, now)
                .set(WALL_LINK.CREATED_BY, who)
                .execute();
    }

    @Transactional
    void revoke(long link, Instant now) {
        sql.update(WALL_LINK).set(WALL_LINK.REVOKED_AT, now)
                .where(WALL_LINK.ID.eq(link), WALL_LINK.REVOKED_AT.isNull()).execute();
    }

    List<Named> displays() {
        return sql.select(WALL_DISPLAY.CODE, WALL_DISPLAY.LABEL, WALL_DISPLAY.PLACE, WALL_DISPLAY.MOVED_TO,
                        WALL_DISPLAY.HEARD_AT)
                .from(WALL_DISPLAY)
                .orderBy(WALL_DISPLAY.LABEL)
                .fetch(Records.mapping(Named::new));
    }

    /** Gives a screen a name, or another one. */
    @Transactional
    void name(Named display) {
        var changed = sql.update(WALL_DISPLAY)
                .set(WALL_DISPLAY.LABEL, display.label())
                .set(WALL_DISPLAY.PLACE, display.place())
                .set(WALL_DISPLAY.MOVED_TO, display.movedTo())
                .where(WALL_DISPLAY.CODE.eq(display.code())).execute();
        if (changed == 0) {
            sql.insertInto(WALL_DISPLAY)
                    .set(WALL_DISPLAY.CODE, display.code())
                    .set(WALL_DISPLAY.LABEL, display.label())
                    .set(WALL_DISPLAY.PLACE, display.place())
                    .set(WALL_DISPLAY.MOVED_TO, display.movedTo())
                    .set(WALL_DISPLAY.HEARD_AT, display.heardAt())
                    .execute();
        }
    }

    /** When named screens were last heard of, by their codes; for after a restart. */
    @Transactional
    void heard(Map<String, Instant> at) {
        sql.batch(at.entrySet().stream().map(heard -> sql.update(WALL_DISPLAY)
                .set(WALL_DISPLAY.HEARD_AT, heard.getValue())
                .where(WALL_DISPLAY.CODE.eq(heard.getKey()))).toList()).execute();
    }

    @Transactional
    void forget(String code) {
        sql.deleteFrom(WALL_DISPLAY).where(WALL_DISPLAY.CODE.eq(code)).execute();
    }
}
