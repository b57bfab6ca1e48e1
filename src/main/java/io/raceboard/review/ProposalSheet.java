package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import io.raceboard.ledger.Fault;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One version of a proposal on screen. */
class ProposalSheet extends Composite<Div> {

    private static final int PAGE = 25;
    private static final int MOST_FAULTS = 20;

    private final ReviewDesk desk;
    private final Proposal proposal;
    private final SignedIn signedIn;
    private final Words words;
    private final Runnable again;
    private final OrderedList items = new OrderedList();
    private final List<ItemCard> cards = new ArrayList<>();
    private final Button more;
    private final Div news = new Div();
    private final Div faults = new Div();
    private final ReviewActs acts;
    private boolean acting;

    /** @param again shows the proposal as it is by then */
    ProposalSheet(ReviewDesk desk, Proposal proposal, SignedIn signedIn, Words words, Runnable again) {
        this.desk = desk;
        this.proposal = proposal;
        this.signedIn = signedIn;
        this.words = words;
        this.again = again;
        var me = signedIn.person();
        items.addClassName("items");
        more = new Button(words.say("review.more"), click -> showMore());
        news.addClassName("review-news");
        news.getElement().setAttribute("role", "status");
        news.setVisible(false);
        // Once: a button that is made anew while somebody presses it does not hear the press.
        news.add(new Span(words.say("review.newer")), new Button(words.say("review.newer.show"), click -> {
            acting = true;
            again.run();
        }));
        faults.addClassName("faults");
        faults.getElement().setAttribute("role", "alert");
        faults.setVisible(false);
        acts = new ReviewActs(desk, proposal, signedIn, words, this);
        var content = getContent();
        content.add(head());
        if (proposal.reason() != null) {
            var reason = new Paragraph(words.say("review.because", proposal.reason()));
            reason.addClassName("proposal-reason");
            content.add(reason);
        }
        content.add(new PresenceLine(desk.presence(), "proposal/" + proposal.id(), me, words), news);
        desk.queries().indicators(proposal.id()).keySet().stream().findFirst()
                .ifPresent(first -> content.add(new DraftPictures(desk, proposal, words)));
        content.add(new H2(words.say("review.items", String.valueOf(proposal.items()))), items, more, faults, acts,
                history());
        showMore();
    }

    private PageHead head() {
        return new PageHead(ProposalCard.title(proposal, desk.names(), words),
                words.say("review.about", proposal.author(), When.text(proposal.createdAt()), RecordNames.origin(proposal.origin(), words)),
                ProposalCard.state(proposal.state(), words));
    }

    private boolean mayDecide() {
        return proposal.state() == ProposalState.WAITING && signedIn.person().may(Role.REVIEWER);
    }

    private boolean mayEdit() {
        var me = signedIn.person();
        return proposal.state().isOpen() && proposal.isBy(me) && me.may(Role.EDITOR);
    }

    private void showMore() {
        boolean deciding = mayDecide();
        boolean editing = mayEdit();
        var page = desk.queries().items(proposal.id(), cards.size(), PAGE + 1);
        for (var difference : desk.queries().differences(page.stream().limit(PAGE).toList())) {
            var card = new ItemCard(difference, desk.names(), words, deciding);
            card.onChoice(() -> acts.chosen(chosen().size()));
            if (editing && difference.item().state() == ProposalItem.State.OPEN) {
                card.offer(words, () -> edit(difference.item()), () -> decide(desk.proposals()
                        .remove(signedIn.person(), proposal.id(), proposal.version(), difference.item().position()),
                        "review.done.left-out"));
            }
            cards.add(card);
            items.add(card);
        }
        more.setVisible(page.size() > PAGE);
    }

    private void edit(ProposalItem item) {
        new ItemEditor(desk, proposal, item, signedIn, words, decision -> decide(decision, "review.done.edited"))
                .open();
    }

    private List<ItemCard> chosen() {
        return cards.stream().filter(ItemCard::isChosen).toList();
    }

    /** What is ticked, or everything; with what the reviewer wants replaced though somebody changed it meanwhile. */
    Selection selection(boolean onlyChosen) {
        var looked = cards.stream().filter(ItemCard::isLooked).collect(Collectors.toMap(
                c -> c.difference().item().position(), c -> c.difference().now()));
        return new Selection(onlyChosen ? Optional.of(chosen().stream().map(c -> c.difference().item().position())
                .collect(Collectors.toSet())) : Optional.empty(), looked);
    }

    /** Runs what the person did and shows what became of it. */
    void decide(Decision decision, String done) {
        switch (decision) {
            case Decision.Done ok -> {
                acting = true;
                Toast.show(words.say(done));
                again.run();
            }
            case Decision.Refused refused -> show(refused.faults());
            case Decision.NotAllowed no -> acts.refuse(desk.names().obstacle(no.obstacle(), words));
            case Decision.Stale stale -> newer();
        }
    }

    private void show(List<Fault> found) {
        Map<String, List<String>> byKey = new HashMap<>();
        found.forEach(f -> byKey.computeIfAbsent(f.key(), k -> new ArrayList<>())
                .add(RecordNames.fault(f, words)));
        cards.forEach(c -> c.showFaults(byKey.getOrDefault(c.difference().item().key(), List.of())));
        faults.removeAll();
        faults.add(new Paragraph(words.say("review.refused", String.valueOf(found.size()))));
        var list = new OrderedList();
        found.stream().limit(MOST_FAULTS).forEach(f -> list.add(new com.vaadin.flow.component.html.ListItem(
                words.say("review.refused.line", desk.names().of(f.key(), words), RecordNames.fault(f, words)))));
        faults.add(list);
        faults.setVisible(true);
    }

    /** Somebody did something: says so, and leaves what was ticked and typed here until the person wants to see it. */
    void look() {
        if (!acting && desk.proposals().find(proposal.id()).filter(p -> p.version() != proposal.version()).isPresent()) {
            newer();
        }
    }

    private void newer() {
        news.setVisible(true);
    }

    private Section history() {
        var list = new OrderedList();
        list.addClassName("review-history");
        for (var comment : desk.queries().comments(proposal.id())) {
            var line = new com.vaadin.flow.component.html.ListItem(
                    new Span(words.say("review.deed." + comment.deed(), comment.person())), When.of(comment.at()));
            if (comment.said() != null) {
                var said = comment.deed().equals("edited") || comment.deed().equals("left-out")
                        ? desk.names().of(comment.said(), words) : comment.said();
                line.add(new Paragraph(said));
            }
            list.add(line);
        }
        return new Section(new H2(words.say("review.history")), list);
    }

}
