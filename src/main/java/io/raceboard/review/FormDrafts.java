package io.raceboard.review;

import io.raceboard.access.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What people have typed and not saved yet, so that a crash, a reload, the end of a session or a restart loses nothing.
 * Private: everybody sees only their own.
 */
@Service
public class FormDrafts {

    /** Characters of a form's contents at the most. */
    public static final int MOST = 1_000_000;

    private static final int MOST_LISTED = 50;

    private final FormDraftStore store;
    private final Clock clock;
    private final Duration keep;

    FormDrafts(FormDraftStore store, Clock clock, @Value("${raceboard.desk.keep-typed:30d}") Duration keep) {
        this.store = store;
        this.clock = clock;
        this.keep = keep;
    }

    /**
     * Keeps what is in a form in place of what was kept of it before.
     *
     * @param formKey which form, and of which record; at most 300 characters
     * @param address where the form is, such as {@code desk/solar}
     * @param title of the form, for the list of what somebody was typing
     * @param json what is in its fields, as the form writes it
     * @param base the version of the record that the form was opened with, as the form writes it
     * @return false when it is too much to keep
     */
    public boolean save(Person who, String formKey, String address, String title, String json, String base) {
        if (json.length() > MOST) {
            return false;
        }
        var plain = title.replace('\0', ' ');
        store.save(who.id(), new FormDraft(formKey, address, plain.length() > 300 ? plain.substring(0, 300) : plain,
                json, base, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return true;
    }

    public Optional<FormDraft> load(Person who, String formKey) {
        return store.load(who.id(), formKey);
    }

    /** Forgets it: it was saved, or is not wanted any more. */
    public void discard(Person who, String formKey) {
        store.discard(who.id(), formKey);
    }

    /** All that this person was typing, the latest first. */
    public List<FormDraft> of(Person who) {
        return store.of(who.id(), MOST_LISTED);
    }

    /** Forgets what nobody came back for. */
    @Scheduled(cron = "0 17 3 * * *")
    void expire() {
        store.discardBefore(clock.instant().minus(keep));
    }
}
