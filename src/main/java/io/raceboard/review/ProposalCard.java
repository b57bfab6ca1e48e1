package io.raceboard.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.raceboard.page.Words;

/** A proposal in a list: what it is about, where it stands, who wants it and why. */
class ProposalCard extends ListItem {

    ProposalCard(Proposal proposal, RecordNames names, Words words) {
        addClassName("proposal-card");
        var link = new RouterLink(title(proposal, names, words), ReviewView.class,
                new RouteParameters("id", String.valueOf(proposal.id())));
        var about = new Div(new Span(words.say("review.number", String.valueOf(proposal.id()))),
                new Span(proposal.author()), When.of(proposal.changedAt()), new Span(RecordNames.origin(proposal.origin(), words)));
        about.addClassName("proposal-about");
        add(new Div(new H2(link), state(proposal.state(), words)), about);
        if (proposal.reason() != null) {
            var reason = new Paragraph(proposal.reason());
            reason.addClassName("proposal-reason");
            add(reason);
        }
    }

    static String title(Proposal proposal, RecordNames names, Words words) {
        var first = proposal.first().isEmpty() ? words.say("review.empty") : names.of(proposal.first(), words);
        return proposal.items() < 2 ? first
                : words.say("review.and-more", first, String.valueOf(proposal.items() - 1));
    }

    static Span state(ProposalState state, Words words) {
        var badge = new Span(words.say("review.state." + state.code()));
        badge.addClassNames("badge", "state-" + state.code());
        return badge;
    }
}
