package io.raceboard.entry;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.router.RouterLink;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.PageHead;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;

/** Which indicator shall have a value: by search, or from the list by topic. */
@Route(value = "desk/enter", layout = DeskLayout.class)
@Menu(title = "entry.menu", order = 10)
@RolesAllowed("VIEWER")
@CssImport("./desk/entry.css")
class EnterView extends Div implements HasDynamicTitle {

    private final Words words;

    EnterView(EntryParts parts) {
        words = parts.words().words();
        var catalog = parts.board().catalog();
        var picker = new IndicatorPicker(words, catalog);
        picker.setAutofocus(true);
        picker.addClassName("entry-pick");
        var topics = new Div();
        topics.addClassName("desk-cards");
        for (var topic : catalog.topics()) {
            var indicators = catalog.indicatorsOf(topic.slug());
            if (indicators.isEmpty()) {
                continue;
            }
            var list = new UnorderedList();
            list.addClassName("entry-list");
            indicators.forEach(indicator -> {
                var unit = new Span(indicator.unit().shortLabel().in(words.lang()));
                unit.addClassName("entry-unit");
                list.add(new ListItem(new RouterLink(indicator.title().in(words.lang()), EntryView.class,
                        new RouteParameters("indicator", indicator.slug())), unit));
            });
            topics.add(new Section(new H2(topic.title().in(words.lang())), list));
        }
        add(new PageHead(words.say("entry.menu"), words.say("entry.menu.about")), picker, topics);
    }

    @Override
    public String getPageTitle() {
        return words.say("entry.menu") + " · Raceboard";
    }
}
