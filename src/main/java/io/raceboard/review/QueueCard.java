package io.raceboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.Person;
import io.raceboard.access.Role;
import io.raceboard.desk.DeskCard;
import io.raceboard.desk.DeskWords;
import io.raceboard.page.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** On the desk's first page: what waits for a reviewer, and what of one's own came back or is still a draft. */
@org.springframework.stereotype.Component
class QueueCard implements DeskCard {

    private static final int MOST = 5;

    private final ReviewQueue queue;
    private final ReviewQueries queries;
    private final RecordNames names;
    private final DeskWords deskWords;

    QueueCard(ReviewQueue queue, ReviewQueries queries, RecordNames names, DeskWords deskWords) {
        this.queue = queue;
        this.queries = queries;
        this.names = names;
        this.deskWords = deskWords;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Component> contentFor(Person person) {
        var words = deskWords.words();
        var title = new H2();
        var text = new Paragraph();
        var list = new UnorderedList();
        list.addClassName("typed-list");
        var card = new Section(title, text, list);
        card.setId("review-queue");
        Signal.effect(card, () -> {
            queue.news().get();
            var shown = shown(person);
            int waiting = queue.waiting();
            card.setVisible(waiting > 0 || !shown.isEmpty());
            title.setText(words.say("review.queue.title"));
            text.setText(words.say("review.queue.text", waiting));
            list.removeAll();
            shown.forEach(p -> list.add(line(p, words)));
        });
        return Optional.of(card);
    }

    private List<Proposal> shown(Person person) {
        var own = Stream.of(ProposalState.SENT_BACK, ProposalState.DRAFT)
                .flatMap(s -> queries.list(new ProposalFilter(s, person.id(), null, ""), 0, MOST).stream());
        var waiting = person.may(Role.REVIEWER)
                ? queries.list(new ProposalFilter(ProposalState.WAITING, null, null, ""), 0, MOST).stream()
                : Stream.<Proposal>empty();
        return Stream.concat(waiting, own).limit(2 * MOST).toList();
    }

    private ListItem line(Proposal proposal, Words words) {
        return new ListItem(new RouterLink(ProposalCard.title(proposal, names, words), ReviewView.class,
                new RouteParameters("id", String.valueOf(proposal.id()))),
                ProposalCard.state(proposal.state(), words));
    }
}
