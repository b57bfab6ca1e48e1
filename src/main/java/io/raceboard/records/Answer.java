package io.raceboard.records;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.raceboard.page.Words;
import io.raceboard.review.Obstacle;
import io.raceboard.review.ProposalState;
import io.raceboard.review.ReasonField;
import io.raceboard.review.Submission;
import java.util.List;

/** What became of something submitted, in words: a good end as a short message, anything else where it can be read. */
class Answer extends Div {

    private static final int MOST = 20;

    private final Words words;
    private final ReasonField reason;

    Answer(Words words, ReasonField reason) {
        this.words = words;
        this.reason = reason;
        addClassName("answer");
        getElement().setAttribute("role", "alert");
    }

    /** Shows why it was not done. */
    void show(Submission answer) {
        removeAll();
        switch (answer) {
            case Submission.Refused refused -> say(refused.faults().stream().limit(MOST)
                    .map(f -> Sentences.of(f, words)).toList(), refused.faults().size());
            case Submission.NotAllowed not -> say(List.of(obstacle(not.obstacle(), words)), 1);
            case Submission.NeedsReason needs -> reason.askFor(needs.surprises().stream()
                    .map(f -> Sentences.of(f, words)).limit(5).toList());
            case Submission.Published p -> { }
            case Submission.Unchanged u -> { }
            case Submission.Proposed p -> { }
        }
    }

    void say(List<String> sentences, int all) {
        removeAll();
        var list = new UnorderedList();
        sentences.forEach(s -> list.add(new ListItem(s)));
        if (all > sentences.size()) {
            list.add(new ListItem(words.say("records.and-more", all - sentences.size())));
        }
        if (!sentences.isEmpty()) {
            add(list);
        }
    }

    /** The short message of a good end; empty where it is none. */
    static String good(Submission answer, Words words) {
        return switch (answer) {
            case Submission.Published p -> words.say("records.done.published");
            case Submission.Unchanged u -> words.say("records.done.unchanged");
            case Submission.Proposed p when p.state() == ProposalState.DRAFT -> words.say("records.done.draft");
            case Submission.Proposed p -> words.say("records.done.asked");
            case Submission.Refused r -> "";
            case Submission.NotAllowed n -> "";
            case Submission.NeedsReason n -> "";
        };
    }

    static String obstacle(Obstacle obstacle, Words words) {
        return Cells.or(words, "review.obstacle." + obstacle.why().code(), obstacle.why().code(),
                String.join(", ", obstacle.topics().stream()
                        .map(t -> t.equals("*") ? words.say("review.topic.shared") : t).toList()));
    }
}
