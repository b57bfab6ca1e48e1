package io.raceboard.review;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Topic;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Words;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;

/** Settings that hold for the whole desk. */
@Route(value = "desk/settings", layout = DeskLayout.class)
@Menu(title = "review.settings.menu", order = 230)
@RolesAllowed("ADMIN")
@CssImport("./styles/review.css")
class SettingsView extends Div implements HasDynamicTitle {

    private final Words words;

    SettingsView(Rules rules, RecordNames names, Presence presence, ReadModel board, SignedIn signedIn,
            DeskWords deskWords) {
        words = deskWords.words();
        var topics = Stream.concat(board.catalog().topics().stream().map(Topic::slug), Stream.of(Touched.SHARED))
                .toList();
        var list = new Div();
        list.addClassName("rules");
        rules.of(topics).forEach(rule -> list.add(new RuleRow(rules, rule, names.topic(rule.topic(), words), signedIn,
                words)));
        add(new PageHead(words.say("review.settings.title"), words.say("review.settings.text")),
                new PresenceLine(presence, "settings", signedIn.person(), words),
                new Section(new H2(words.say("review.settings.four-eyes")),
                        new Paragraph(words.say("review.settings.four-eyes.text")), list));
    }

    @Override
    public String getPageTitle() {
        return words.say("review.settings.title") + " · Raceboard";
    }
}
