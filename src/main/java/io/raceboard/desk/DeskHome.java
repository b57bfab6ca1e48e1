package io.raceboard.desk;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouterLink;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Lang;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.context.NoSuchMessageException;

/** Where the desk begins: what there is to do, from every part of the desk that has something to say. */
@Route(value = "desk", layout = DeskLayout.class)
@Menu(title = "desk.home", order = 0)
@RolesAllowed("VIEWER")
@Uses(ComboBox.class) // cards come as beans, so the build does not see what they are made of
class DeskHome extends Div implements HasDynamicTitle {

    private final DeskWords words;

    DeskHome(DeskWords words, SignedIn signedIn, List<DeskCard> cards) {
        this.words = words;
        var person = signedIn.person();
        var help = new Anchor((words.lang() == Lang.ZH ? "/help?lang=zh" : "/help") + "#desk", words.say("desk.help"));
        help.getElement().setAttribute("router-ignore", true);
        add(new PageHead(words.say("desk.home.title", person.displayName()), words.say(
                person.may(Role.EDITOR) ? "desk.home.text" : "desk.home.look"), help));
        var grid = new Div();
        grid.addClassName("desk-cards");
        cards.stream().sorted(Comparator.comparingInt(DeskCard::order))
                .flatMap(card -> card.contentFor(person).stream()).forEach(grid::add);
        DeskMenu.of(person).stream().filter(entry -> entry.view() != DeskHome.class).forEach(entry -> {
            var link = new RouterLink(words.say(entry.title()), entry.view());
            var section = new Section(new H2(link));
            about(entry.title()).ifPresent(text -> section.add(new Paragraph(text)));
            grid.add(section);
        });
        add(grid);
    }

    /** A menu title's key with {@code .about} behind it is the sentence about its page. */
    private Optional<String> about(String title) {
        try {
            return Optional.of(words.say(title + ".about"));
        } catch (NoSuchMessageException none) {
            return Optional.empty();
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("desk.home") + " · Raceboard";
    }
}
