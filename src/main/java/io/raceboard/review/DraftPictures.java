package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import io.raceboard.page.Words;
import java.util.List;

/** The charts that a proposal changes, one at a time, with what is proposed drawn in and marked as a draft. */
class DraftPictures extends Composite<Section> {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 400;
    private static final int NARROW_WIDTH = 340;
    private static final int NARROW_HEIGHT = 255;

    private final ReviewDesk desk;
    private final Proposal proposal;
    private final Words words;
    private final Div picture = new Div();
    private final Paragraph summary = new Paragraph();

    DraftPictures(ReviewDesk desk, Proposal proposal, Words words) {
        this.desk = desk;
        this.proposal = proposal;
        this.words = words;
        picture.addClassNames("chart", "draft-chart");
        summary.addClassName("draft-summary");
        var content = getContent();
        content.addClassName("draft-pictures");
        var indicators = List.copyOf(desk.queries().indicators(proposal.id()).keySet());
        content.add(new H2(words.say("review.chart")));
        if (indicators.size() > 1) {
            var which = new Select<String>();
            which.setLabel(words.say("review.chart.which"));
            which.setItems(indicators);
            which.setItemLabelGenerator(this::title);
            which.setValue(indicators.getFirst());
            which.addValueChangeListener(change -> show(change.getValue()));
            content.add(which);
        }
        content.add(picture, summary);
        show(indicators.getFirst());
    }

    private String title(String slug) {
        return desk.board().indicator(slug).map(s -> s.indicator().title().in(words.lang())).orElse(slug);
    }

    private void show(String slug) {
        var board = desk.board().indicator(slug);
        picture.setVisible(board.isPresent());
        if (board.isEmpty()) {
            summary.setText(words.say("review.chart.none", slug));
            return;
        }
        var values = desk.queries().values(proposal.id(), slug, DraftChart.MOST_VALUES);
        var chart = new DraftChart(board.get(), desk.board().catalog(), values);
        // made by the program and escaped there; nothing that anybody typed is ever put in as markup otherwise
        picture.getElement().setProperty("innerHTML", "<div class=\"wide\">" + chart.svg(words, WIDTH, HEIGHT)
                + "</div><div class=\"narrow\">" + chart.svg(words, NARROW_WIDTH, NARROW_HEIGHT) + "</div>");
        summary.removeAll();
        var now = new Anchor("/i/" + slug, words.say("review.chart.board"));
        now.getElement().setAttribute("router-ignore", true);
        summary.add(words.say("review.chart.legend", title(slug)) + " ");
        summary.add(now);
    }
}
