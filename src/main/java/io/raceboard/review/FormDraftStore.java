package io.raceboard.review;

import static io.raceboard.db.Tables.FORM_DRAFT;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record6;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Keeps what was typed, one row for each person and form. */
@Component
class FormDraftStore {

    private final DSLContext sql;

    FormDraftStore(DSLContext sql) {
        this.sql = sql;
    }

    void save(long person, FormDraft d) {
        if (update(person, d) > 0) {
            return;
        }
        try {
            var f = FORM_DRAFT;
            sql.insertInto(f, f.PERSON_ID, f.FORM_KEY, f.ADDRESS, f.TITLE, f.BODY, f.BASE, f.SAVED_AT)
                    .values(person, d.formKey(), d.address(), d.title(), d.json(), d.base(), d.savedAt()).execute();
        } catch (DuplicateKeyException savedMeanwhile) {
            update(person, d);
        }
    }

    private int update(long person, FormDraft d) {
        var f = FORM_DRAFT;
        return sql.update(f).set(f.ADDRESS, d.address()).set(f.TITLE, d.title()).set(f.BODY, d.json())
                .set(f.BASE, d.base()).set(f.SAVED_AT, d.savedAt())
                .where(f.PERSON_ID.eq(person), f.FORM_KEY.eq(d.formKey())).execute();
    }

    Optional<FormDraft> load(long person, String formKey) {
        var f = FORM_DRAFT;
        return sql.select(f.FORM_KEY, f.ADDRESS, f.TITLE, f.BODY, f.BASE, f.SAVED_AT).from(f)
                .where(f.PERSON_ID.eq(person), f.FORM_KEY.eq(formKey)).fetchOptional(FormDraftStore::draft);
    }

    /** The latest first. */
    List<FormDraft> of(long person, int most) {
        var f = FORM_DRAFT;
        return sql.select(f.FORM_KEY, f.ADDRESS, f.TITLE, f.BODY, f.BASE, f.SAVED_AT).from(f)
                .where(f.PERSON_ID.eq(person)).orderBy(f.SAVED_AT.desc()).limit(most).fetch(FormDraftStore::draft);
    }

    void discard(long person, String formKey) {
        sql.deleteFrom(FORM_DRAFT).where(FORM_DRAFT.PERSON_ID.eq(person), FORM_DRAFT.FORM_KEY.eq(formKey)).execute();
    }

    int discardBefore(Instant limit) {
        return sql.deleteFrom(FORM_DRAFT).where(FORM_DRAFT.SAVED_AT.lt(limit)).execute();
    }

    private static FormDraft draft(Record6<String, String, String, String, String, Instant> r) {
        return new FormDraft(r.value1(), r.value2(), r.value3(), r.value4(), r.value5(), r.value6());
    }
}
