package io.raceboard.entry;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.catalog.Indicator;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.PageHead;
import io.raceboard.entry.EntryQueries.SeriesChoice;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.page.Words;
import io.raceboard.review.PresenceLine;
import jakarta.annotation.security.RolesAllowed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Values of one indicator: choose a series, type the next value, or many. */
@Route(value = "desk/:indicator", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./desk/entry.css")
class EntryView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final EntryParts parts;
    private final Words words;
    private final ComboBox<SeriesChoice> choice = new ComboBox<>();
    private final Div place = new Div();
    private @Nullable Indicator indicator;
    private List<SeriesChoice> series = List.of();
    private NewSeriesDialog.@Nullable Wanted wanted;

    EntryView(EntryParts parts) {
        this.parts = parts;
        this.words = parts.words().words();
        addClassName("entry");
        place.addClassName("entry-place");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var slug = event.getRouteParameters().get("indicator").orElse("");
        var found = parts.board().catalog().indicator(slug).orElseThrow(NotFoundException::new);
        if (!found.equals(indicator)) {
            open(found);
        }
        var asked = event.getLocation().getQueryParameters().getSingleParameter("series")
                .flatMap(text -> SeriesKey.parse(slug, text));
        asked.ifPresentOrElse(this::show, () -> suggested().ifPresent(this::show));
    }

    private void open(Indicator opened) {
        indicator = opened;
        series = parts.queries().series(opened.slug());
        removeAll();
        choice.setLabel(words.say("entry.series"));
        choice.setItems((item, text) -> text.isBlank() || label(item).toLowerCase(Locale.ROOT)
                .contains(text.strip().toLowerCase(Locale.ROOT)), series);
        choice.setItemLabelGenerator(this::label);
        choice.addClassName("entry-series");
        choice.addValueChangeListener(change -> {
            if (change.isFromClient() && change.getValue() != null) {
                wanted = null;
                address(change.getValue().key());
                work(change.getValue().key());
            } else if (change.isFromClient()) {
                choice.setValue(change.getOldValue());
            }
        });
        var add = new Button(words.say("entry.series.add"), click -> askForSeries());
        add.setVisible(parts.signedIn().person().may(Role.EDITOR));
        var board = new Anchor("/i/" + opened.slug(), words.say("entry.on-board"));
        board.getElement().setAttribute("router-ignore", true);
        board.addClassName("entry-board");
        var bar = new Div(choice, add, new PresenceLine(parts.presence(), "indicator/" + opened.slug(),
                parts.signedIn().person(), words));
        bar.addClassName("entry-choice");
        add(new PageHead(opened.title().in(words.lang()), opened.subtitle().in(words.lang()), board), bar, place);
    }

    /** The series with something typed and not saved; else the first that is drawn. */
    private Optional<SeriesKey> suggested() {
        var prefix = "entry/" + indicator.slug() + "/";
        var typed = parts.drafts().of(parts.signedIn().person()).stream()
                .filter(draft -> draft.formKey().startsWith(prefix))
                .flatMap(draft -> SeriesKey.parse(indicator.slug(), draft.formKey().substring(prefix.length())).stream())
                .findFirst();
        return typed.or(() -> series.stream()
                .min(Comparator.<SeriesChoice>comparingInt(s -> {
                    int at = indicator.defaultEntities().indexOf(s.key().entity());
                    return at < 0 ? Integer.MAX_VALUE : at;
                }).thenComparingInt(SeriesChoice::preference)).map(SeriesChoice::key));
    }

    private void show(SeriesKey key) {
        series.stream().filter(s -> s.key().equals(key)).findFirst().ifPresent(choice::setValue);
        work(key);
    }

    private void work(SeriesKey key) {
        place.removeAll();
        place.add(new Workplace(parts, indicator, key, title(key), wanted));
    }

    private void address(SeriesKey key) {
        getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null,
                new com.vaadin.flow.router.Location("desk/" + indicator.slug(),
                        QueryParameters.simple(Map.of("series", key.text())))));
    }

    private void askForSeries() {
        new NewSeriesDialog(words, indicator.slug(), parts.board().catalog().entities().values(),
                parts.queries().estimators(), key -> series.stream().anyMatch(s -> s.key().equals(key)), asked -> {
            var draft = asked.series();
            int others = (int) series.stream().filter(s -> s.key().entity().equals(draft.entity())).count();
            wanted = new NewSeriesDialog.Wanted(new SeriesDraft(draft.indicator(), draft.entity(), draft.estimator(),
                    others + 1, draft.title()), asked.estimator());
            var key = new SeriesKey(draft.indicator(), draft.entity(), draft.estimator());
            choice.clear();
            choice.setPlaceholder(title(key));
            address(key);
            work(key);
        }).open();
    }

    private String title(SeriesKey key) {
        var entity = parts.board().catalog().entities().get(key.entity());
        var name = entity == null ? key.entity() : entity.title().in(words.lang());
        return series.stream().filter(s -> s.key().equals(key)).findFirst().map(this::label)
                .orElseGet(() -> name + " · " + estimator(key));
    }

    /** Who counts in a series that the store does not know yet. */
    private String estimator(SeriesKey key) {
        var fresh = wanted == null ? null : wanted.estimator();
        return Stream.concat(Stream.ofNullable(fresh), parts.queries().estimators().stream())
                .filter(e -> e.slug().equals(key.estimator())).findFirst()
                .map(e -> e.title().in(words.lang())).orElse(key.estimator());
    }

    private String label(SeriesChoice item) {
        var entity = parts.board().catalog().entities().get(item.key().entity());
        var who = entity == null ? item.key().entity() : entity.title().in(words.lang());
        var by = item.estimatorTitle().in(words.lang());
        return item.title() == null ? who + " · " + by : who + " · " + item.title().in(words.lang()) + " · " + by;
    }

    @Override
    public String getPageTitle() {
        return (indicator == null ? words.say("entry.menu") : indicator.title().in(words.lang())) + " · Raceboard";
    }
}
