package io.raceboard.review;

import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.signals.Signal;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Topic;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.Empty;
import io.raceboard.desk.PageHead;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All proposals, what waits for a reviewer first; the address holds the filter. */
@Route(value = "desk/review", layout = DeskLayout.class)
@Menu(title = "review.menu", order = 110)
@RolesAllowed("VIEWER")
@CssImport("./styles/review.css")
class ReviewListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE = 25;

    private final ReviewQueries queries;
    private final RecordNames names;
    private final long me;
    private final Words words;
    private final Select<ProposalState> state = new Select<>();
    private final Select<String> topic = new Select<>();
    private final TextField search = new TextField();
    private final Checkbox mine = new Checkbox();
    private final OrderedList list = new OrderedList();
    private final Div empty = new Div();
    private final Button more;
    private int shown = PAGE;
    private boolean entering;

    ReviewListView(ReviewQueries queries, ReviewQueue queue, RecordNames names, ReadModel board, SignedIn signedIn,
            DeskWords deskWords) {
        this.queries = queries;
        this.names = names;
        this.me = signedIn.person().id();
        this.words = deskWords.words();
        list.addClassName("proposal-list");
        more = new Button(words.say("review.more"), click -> {
            shown += PAGE;
            show();
        });
        add(new PageHead(words.say("review.title"), words.say("review.text")), filter(board), list, empty, more);
        Signal.effect(this, () -> {
            queue.news().get();
            show();
        });
    }

    private Div filter(ReadModel board) {
        state.setLabel(words.say("review.filter.state"));
        state.setItems(ProposalState.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption(words.say("review.filter.all"));
        state.setItemLabelGenerator(s -> s == null ? words.say("review.filter.all")
                : words.say("review.state." + s.code()));
        topic.setLabel(words.say("review.filter.topic"));
        topic.setItems(Stream.concat(board.catalog().topics().stream().map(Topic::slug), Stream.of(Touched.SHARED))
                .toList());
        topic.setEmptySelectionAllowed(true);
        topic.setEmptySelectionCaption(words.say("review.filter.all"));
        topic.setItemLabelGenerator(t -> t == null ? words.say("review.filter.all") : names.topic(t, words));
        search.setLabel(words.say("review.filter.search"));
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        mine.setLabel(words.say("review.filter.mine"));
        List.<HasValue<?, ?>>of(state, topic, search, mine).forEach(field -> field.addValueChangeListener(change -> go()));
        var filter = new Div(state, topic, search, mine);
        filter.addClassName("desk-filter");
        return filter;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entered) {
        var asked = entered.getLocation().getQueryParameters();
        entering = true;
        state.setValue(asked.getSingleParameter("state").flatMap(code -> Arrays.stream(ProposalState.values())
                .filter(s -> s.code().equals(code)).findFirst()).orElse(null));
        topic.setValue(asked.getSingleParameter("topic").filter(t -> topic.getListDataView().contains(t)).orElse(null));
        search.setValue(asked.getSingleParameter("q").orElse(""));
        mine.setValue(asked.getSingleParameter("mine").isPresent());
        entering = false;
        shown = PAGE;
        show();
    }

    private void go() {
        if (entering) {
            return;
        }
        Map<String, String> wanted = new HashMap<>();
        if (state.getValue() != null) {
            wanted.put("state", state.getValue().code());
        }
        if (topic.getValue() != null) {
            wanted.put("topic", topic.getValue());
        }
        if (!search.getValue().isBlank()) {
            wanted.put("q", search.getValue().strip());
        }
        if (mine.getValue()) {
            wanted.put("mine", "1");
        }
        getUI().ifPresent(ui -> ui.navigate(ReviewListView.class, QueryParameters.simple(wanted)));
    }

    private void show() {
        var filter = new ProposalFilter(state.getValue(), mine.getValue() ? me : null, topic.getValue(),
                search.getValue());
        var found = queries.list(filter, 0, shown + 1);
        list.removeAll();
        found.stream().limit(shown).forEach(p -> list.add(new ProposalCard(p, names, words)));
        list.setVisible(!found.isEmpty());
        empty.removeAll();
        if (found.isEmpty()) {
            empty.add(new Empty(words.say("review.none")));
        }
        more.setVisible(found.size() > shown);
    }

    @Override
    public String getPageTitle() {
        return words.say("review.title") + " · Raceboard";
    }
}
