package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Saves what is in the form, and shows at its fields what stands in the way. */
class FormSave {

    private final SeriesAtWork work;
    private final PointForm form;
    private final Conflicts conflicts;
    private final SavedValues saved;
    private final Words words;
    private final Consumer<ObservationDraft> done;

    /** @param done told what is saved now, so that the form can go on to the next */
    FormSave(SeriesAtWork work, PointForm form, Conflicts conflicts, SavedValues saved, Words words,
            Consumer<ObservationDraft> done) {
        this.work = work;
        this.form = form;
        this.conflicts = conflicts;
        this.saved = saved;
        this.words = words;
        this.done = done;
    }

    void submit(Wish wish) {
        form.read(work.key()).ifPresent(draft -> submit(draft, wish));
    }

    private void submit(ObservationDraft draft, Wish wish) {
        var before = work.sheet().point(Period.parse(draft.period()));
        switch (work.submit(List.of(draft), form.reason(), Act.Kind.EDIT, wish)) {
            case Submission.Published published -> {
                done.accept(draft);
                saved.offer(TakeBack.of(published.changeId(), work.name(draft), List.of(draft),
                        before == null ? Map.of() : Map.of(before.period(), before)));
            }
            case Submission.Unchanged unchanged -> {
                Toast.show(words.say("entry.unchanged"));
                done.accept(draft);
            }
            case Submission.Proposed proposed -> {
                done.accept(draft);
                Toast.show(words.say(wish == Wish.KEEP_DRAFT ? "entry.drafted" : "entry.asked", work.name(draft)));
            }
            case Submission.Refused refused -> {
                if (refused.faults().stream().anyMatch(Faulty::isClash)) {
                    resolve(Period.parse(draft.period()), draft.seen(), wish);
                } else if (!form.show(refused.faults())) {
                    Toast.show(String.join(" ", Faulty.say(refused.faults(), words)));
                }
            }
            case Submission.NeedsReason needs -> form.askReason(Faulty.say(needs.surprises(), words));
            case Submission.NotAllowed not -> Toast.show(words.say("review.obstacle." + not.obstacle().why().code()));
        }
    }

    private void resolve(Period period, int seen, Wish wish) {
        conflicts.resolve(Map.of(period, seen), (each, column) -> form.text(column), theirs -> {
            theirs.forEach((place, text) -> form.set(place.column(), text));
            form.lookedAt(work.sheet().point(period));
            submit(wish);
        });
    }
}
