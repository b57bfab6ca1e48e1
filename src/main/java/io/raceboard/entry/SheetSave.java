package io.raceboard.entry;

import io.raceboard.catalog.Period;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Act;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/** Saves all that is typed in the sheet as one change, and marks the cells that stand in the way. */
class SheetSave {

    private final SeriesAtWork work;
    private final Sheet sheet;
    private final SheetPanel panel;
    private final Conflicts conflicts;
    private final SavedValues saved;
    private final Words words;
    private final Runnable done;

    SheetSave(SeriesAtWork work, SheetPanel panel, Conflicts conflicts, SavedValues saved, Words words, Runnable done) {
        this.work = work;
        this.sheet = work.sheet();
        this.panel = panel;
        this.conflicts = conflicts;
        this.saved = saved;
        this.words = words;
        this.done = done;
    }

    void submit(String reason) {
        var drafts = sheet.drafts();
        var before = new HashMap<Period, Point>();
        sheet.edited().forEach(period -> {
            var point = sheet.point(period);
            if (point != null) {
                before.put(period, point);
            }
        });
        var kind = drafts.stream().allMatch(ObservationDraft::withdrawn) ? Act.Kind.WITHDRAW : Act.Kind.EDIT;
        var what = words.say("entry.sheet.values", String.valueOf(drafts.size()));
        switch (work.submit(drafts, reason, kind, work.usualWish())) {
            case Submission.Published published -> {
                done.run();
                saved.offer(TakeBack.of(published.changeId(), what, drafts, before));
            }
            case Submission.Unchanged unchanged -> done.run();
            case Submission.Proposed proposed -> {
                done.run();
                Toast.show(words.say("entry.asked", what));
            }
            case Submission.Refused refused -> refused(refused.faults());
            case Submission.NeedsReason needs -> panel.askReason(surprises(needs.surprises()));
            case Submission.NotAllowed not -> Toast.show(words.say("review.obstacle." + not.obstacle().why().code()));
        }
    }

    private List<String> surprises(List<Fault> surprises) {
        var periods = sheet.edited();
        return surprises.stream().limit(5).map(fault -> words.say("entry.sheet.surprise",
                fault.index() < periods.size() ? periods.get(fault.index()).label(words.lang()) : fault.key(),
                Faulty.say(fault, words))).toList();
    }

    /** Marks the cells that the ledger refused; what somebody else has changed is shown side by side. */
    private void refused(List<Fault> faults) {
        var periods = sheet.edited();
        var clashes = new ArrayList<Period>();
        for (var fault : faults) {
            if (fault.kind() != Fault.Kind.OBSERVATION || fault.index() >= periods.size()) {
                Toast.show(Faulty.say(fault, words));
            } else if (Faulty.isClash(fault)) {
                clashes.add(periods.get(fault.index()));
            } else {
                sheet.object(new Sheet.Place(periods.get(fault.index()),
                        Faulty.column(fault).orElse(Column.VALUE)), w -> Faulty.say(fault, w));
            }
        }
        if (!clashes.isEmpty()) {
            resolve(clashes);
        } else if (sheet.hasFaults()) {
            panel.goToFault();
        }
    }

    private void resolve(List<Period> clashes) {
        var edits = sheet.edits();
        conflicts.resolve(Conflicts.seen(clashes, edits), (period, column) -> mine(edits.get(period), period, column),
                theirs -> {
                    clashes.forEach(sheet::lookAgain);
                    sheet.type(theirs);
                    panel.showAll();
                    if (sheet.isEdited()) {
                        panel.save();
                    } else {
                        done.run();
                    }
                });
        panel.showAll();
    }

    /** A cell in which nothing was typed follows the store. */
    private String mine(Sheet.Edit edit, Period period, Column column) {
        var now = sheet.point(period);
        return edit.texts().getOrDefault(column, now == null ? "" : now.text(column));
    }
}
