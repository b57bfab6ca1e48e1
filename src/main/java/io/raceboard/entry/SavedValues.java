package io.raceboard.entry;

import com.vaadin.flow.component.notification.Notification;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Act;
import io.raceboard.page.Words;
import io.raceboard.review.Submission;
import io.raceboard.review.Wish;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What was saved on this page, and can be taken back: the last first. */
class SavedValues {

    private final SeriesAtWork work;
    private final Words words;
    private final Runnable takenBack;
    private final Deque<TakeBack> saved = new ArrayDeque<>();
    private @Nullable Notification offered;

    /** @param takenBack told when the store holds again what it held before */
    SavedValues(SeriesAtWork work, Words words, Runnable takenBack) {
        this.work = work;
        this.words = words;
        this.takenBack = takenBack;
    }

    void offer(TakeBack back) {
        saved.push(back);
        closeOffer();
        offered = SavedToast.show(words.say("entry.saved", back.what()), words.say("entry.undo"), this::takeBack);
    }

    /** One offer at a time: an older one would take back something else than it says. */
    private void closeOffer() {
        if (offered != null) {
            offered.close();
        }
    }

    void takeBack() {
        closeOffer();
        if (saved.isEmpty()) {
            Toast.show(words.say("entry.nothing-to-undo"));
            return;
        }
        var back = saved.peek();
        var submission = work.submit(back.batch(), words.say("entry.undo.reason", String.valueOf(back.change())),
                Act.Kind.UNDO, Wish.PUBLISH);
        switch (submission) {
            case Submission.Published published -> {
                saved.pop();
                takenBack.run();
                Toast.show(words.say("entry.undone", back.what()));
            }
            case Submission.Unchanged unchanged -> saved.pop();
            case Submission.Refused refused -> Toast.show(refused.faults().stream().anyMatch(Faulty::isClash)
                    ? words.say("entry.undo.changed", back.what())
                    : String.join(" ", Faulty.say(refused.faults(), words)));
            default -> Toast.show(words.say("entry.undo.not"));
        }
    }
}
