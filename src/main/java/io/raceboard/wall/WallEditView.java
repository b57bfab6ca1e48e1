package io.raceboard.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Lang;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import jakarta.annotation.security.RolesAllowed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The editor of one wall, beside a preview at the size of a wall that follows every change before it is saved. */
@Route(value = "desk/walls", layout = DeskLayout.class)
@RolesAllowed("VIEWER")
@CssImport("./styles/desk-walls.css")
class WallEditView extends Div implements HasUrlParameter<String>, HasDynamicTitle, SlideCard.Owner {

    private static final List<int[]> SIZES = List.of(new int[] {1920, 1080}, new int[] {1280, 720},
            new int[] {3840, 2160}, new int[] {1080, 1920}, new int[] {2560, 1080});

    private final Walls walls;
    private final WallDesk desk;
    private final SignedIn signedIn;
    private final DeskWords words;

    private final TextField title = new TextField();
    private final TextField slug = new TextField();
    private final Select<Lang> lang = new Select<>();
    private final Select<Integer> metres = new Select<>();
    private final IntegerField inches = new IntegerField();
    private final ComboBox<String> zone = new ComboBox<>();
    private final Select<Wall.Theme> theme = new Select<>();
    private final TextField night = new TextField();
    private final TextField off = new TextField();
    private final Checkbox open = new Checkbox();
    private final Div cards = new Div();
    private final Div links = new Div();
    private final Div exports = new Div();
    private final Paragraph fault = new Paragraph();
    private final Select<int[]> size = new Select<>();
    private final IFrame preview = new IFrame();
    private final Div frame = new Div(preview);
    private final List<SlideCard> slides = new ArrayList<>();

    private @Nullable String stored;
    private int version;
    private @Nullable String draft;
    private boolean filling;
    private boolean editable;

    WallEditView(Walls walls, WallDesk desk, SignedIn signedIn, DeskWords words) {
        this.walls = walls;
        this.desk = desk;
        this.signedIn = signedIn;
        this.words = words;
        build();
    }

    private void build() {
        editable = signedIn.person().may(Role.EDITOR);
        var save = new Button(words.say("wall.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(editable);
        exports.addClassName("wall-card-actions");
        fault.getElement().setAttribute("role", "alert");
        fault.addClassName("displays-summary");
        fault.getElement().setAttribute("data-state", "wrong");
        cards.addClassName("slide-cards");
        links.addClassName("wall-links");
        var add = new Button(words.say("wall.edit.add"), click -> {
            add(Slide.of(Slide.Kind.CHART, "/t/power"));
            changed();
        });
        add.setVisible(editable);
        var form = new Div(settings(), fault, new H2(words.say("wall.edit.slides")), cards, add, links);
        var editor = new Div(form, previewPane());
        editor.addClassName("wall-editor");
        add(new PageHead(words.say("wall.walls"), "", exports, save), editor);
    }

    private Component settings() {
        title.setLabel(words.say("wall.edit.title"));
        slug.setLabel(words.say("wall.edit.slug"));
        lang.setLabel(words.say("wall.edit.language"));
        lang.setItems(Lang.values());
        lang.setItemLabelGenerator(l -> l == Lang.ZH ? "中文" : "English");
        metres.setLabel(words.say("wall.edit.metres"));
        metres.setItems(Wall.METRES);
        metres.setItemLabelGenerator(m -> words.say("wall.edit.metres.of", m));
        inches.setLabel(words.say("wall.edit.inches"));
        zone.setLabel(words.say("wall.edit.zone"));
        zone.setItems(Wall.ZONES);
        theme.setLabel(words.say("wall.edit.theme"));
        theme.setItems(Wall.Theme.values());
        theme.setItemLabelGenerator(t -> words.say(t == Wall.Theme.DARK ? "wall.edit.theme.dark" : "wall.edit.theme.light"));
        night.setLabel(words.say("wall.edit.night"));
        night.setHelperText(words.say("wall.edit.hours.text"));
        off.setLabel(words.say("wall.edit.off"));
        off.setHelperText(words.say("wall.edit.hours.text"));
        open.setVisible(signedIn.person().may(Role.ADMIN));
        title.setReadOnly(!editable);
        slug.setReadOnly(!editable);
        var box = new Div(title, slug, lang, metres, inches, zone, theme, night, off, open);
        box.addClassName("wall-settings");
        List.of(title, slug, night, off).forEach(f -> f.addValueChangeListener(change -> changed()));
        lang.addValueChangeListener(change -> changed());
        metres.addValueChangeListener(change -> changed());
        inches.addValueChangeListener(change -> changed());
        zone.addValueChangeListener(change -> changed());
        theme.addValueChangeListener(change -> changed());
        open.addValueChangeListener(change -> changed());
        return box;
    }

    private Component previewPane() {
        size.setLabel(words.say("wall.edit.preview.size"));
        size.setItems(SIZES);
        size.setItemLabelGenerator(s -> s[0] + " × " + s[1]);
        size.setValue(SIZES.getFirst());
        size.addValueChangeListener(change -> scale());
        frame.addClassName("wall-preview-frame");
        preview.getElement().setAttribute("title", words.say("wall.edit.preview"));
        var pane = new Section(new H2(words.say("wall.edit.preview")), size, frame);
        pane.addClassName("wall-preview");
        return pane;
    }

    /** The preview is a whole screen, made smaller as a picture is. */
    private void scale() {
        var chosen = size.getValue();
        frame.getElement().executeJs("""
                const [w, h] = [$0, $1], frame = this, inner = this.firstElementChild;
                const fit = () => {
                  inner.style.width = w + 'px'; inner.style.height = h + 'px';
                  inner.style.transform = `scale(${frame.clientWidth / w})`;
                  frame.style.height = frame.clientWidth * h / w + 'px';
                };
                frame.previewSize?.disconnect();
                (frame.previewSize = new ResizeObserver(fit)).observe(frame);
                fit();""", chosen[0], chosen[1]);
    }

    @Override
    public void setParameter(BeforeEvent event, String slug) {
        if (slug.equals("new")) {
            signedIn.person().require(Role.EDITOR);
            begin(Wall.fresh("", "", words.lang(), ZoneId.of("UTC")).with(RaceWall.WALL.slides()));
        } else {
            var wall = walls.find(slug).filter(w -> !w.slug().equals(RaceWall.SLUG)).orElseThrow(NotFoundException::new);
            fill(wall, wall.slug());
        }
    }

    /** Begins with a wall that is not stored: a copy, or one from a file. */
    void begin(Wall wall) {
        fill(wall, null);
    }

    private void fill(Wall wall, @Nullable String as) {
        filling = true;
        stored = as;
        version = wall.version();
        title.setValue(wall.title());
        slug.setValue(wall.slug());
        lang.setValue(wall.lang());
        metres.setValue(wall.metres());
        inches.setValue(wall.inches());
        zone.setValue(wall.zone().getId());
        theme.setValue(wall.theme());
        night.setValue(wall.night() == null ? "" : wall.night().toString());
        off.setValue(wall.off() == null ? "" : wall.off().toString());
        open.setValue(wall.openToAll());
        slides.clear();
        cards.removeAll();
        wall.slides().forEach(this::add);
        filling = false;
        fillLinks();
        changed();
        scale();
    }

    private void add(Slide slide) {
        var card = new SlideCard(slide, words, editable, this);
        slides.add(card);
        cards.add(card);
        card.number(slides.size());
    }

    private Wall wall() {
        return new Wall(slug.getValue().strip(), title.getValue().strip(), lang.getValue(), metres.getValue(),
                inches.getValue() == null ? 0 : inches.getValue(),
                ZoneId.of(zone.getValue() == null ? "UTC" : zone.getValue()), theme.getValue(),
                hours(night), hours(off), open.getValue(), slides.stream().map(SlideCard::slide).toList(), version);
    }

    private static @Nullable Hours hours(TextField field) {
        return Hours.find(field.getValue()).orElse(null);
    }

    /** Everything that is typed shows at once in the preview; nothing is saved by it. */
    @Override
    public void changed() {
        if (filling) {
            return;
        }
        open.setLabel(words.say("wall.edit.open", slug.getValue()));
        exports.removeAll();
        exports.add(WallsView.export(wall(), words));
        boolean first = draft == null;
        draft = walls.draft(draft, wall());
        if (first) {
            preview.setSrc("/wall/" + draft);
        }
    }

    private void renumber() {
        cards.removeAll();
        slides.forEach(cards::add);
        for (int place = 0; place < slides.size(); place++) {
            slides.get(place).number(place + 1);
        }
        changed();
    }

    @Override
    public void move(SlideCard card, int by) {
        int from = slides.indexOf(card);
        int to = Math.clamp((long) from + by, 0, slides.size() - 1);
        slides.add(to, slides.remove(from));
        renumber();
    }

    @Override
    public void moveTo(SlideCard card, SlideCard place) {
        int to = slides.indexOf(place);
        slides.remove(card);
        slides.add(to, card);
        renumber();
    }

    @Override
    public void drop(SlideCard card) {
        slides.remove(card);
        renumber();
    }

    @Override
    public void show(SlideCard card) {
        preview.setSrc("/wall/" + draft + "?slide=" + (slides.indexOf(card) + 1));
    }

    private void save() {
        var faults = new HashMap<String, String>();
        check(night, faults, "night");
        check(off, faults, "off");
        if (faults.isEmpty()) {
            try {
                var saved = desk.save(signedIn.person(), stored, wall());
                version = saved.version();
                stored = saved.slug();
                getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "desk/walls/" + saved.slug()));
                Toast.show(words.say("wall.edit.saved", String.valueOf(saved.version())));
                fillLinks();
            } catch (WallFault.Refused refused) {
                refused.faults().forEach(f -> faults.putIfAbsent(f.field(), f.say(words.words())));
            }
        }
        mark(faults);
    }

    private void check(TextField hours, Map<String, String> faults, String field) {
        if (!hours.getValue().isBlank() && hours(hours) == null) {
            faults.put(field, words.say("wall.check.hours"));
        }
    }

    private void mark(Map<String, String> faults) {
        Map.of("title", title, "slug", slug, "night", night, "off", off).forEach((name, field) -> {
            field.setInvalid(faults.containsKey(name));
            field.setErrorMessage(faults.get(name));
        });
        inches.setInvalid(faults.containsKey("inches"));
        inches.setErrorMessage(faults.get("inches"));
        zone.setInvalid(faults.containsKey("zone"));
        zone.setErrorMessage(faults.get("zone"));
        for (int place = 0; place < slides.size(); place++) {
            var at = "slides." + place + ".";
            slides.get(place).mark(faults.entrySet().stream().filter(f -> f.getKey().startsWith(at))
                    .collect(Collectors.toMap(f -> f.getKey().substring(at.length()), Map.Entry::getValue)));
        }
        fault.setText(faults.getOrDefault("version", faults.getOrDefault("slides", "")));
    }

    private void fillLinks() {
        links.removeAll();
        var slug = stored;
        if (slug == null || !signedIn.person().may(Role.ADMIN)) {
            return;
        }
        links.add(new H2(words.say("wall.edit.links")), new Paragraph(words.say("wall.edit.links.text")));
        var label = new TextField(words.say("wall.edit.links.new"));
        label.setMaxLength(120);
        var made = new Paragraph();
        made.addClassName("wall-secret");
        var make = new Button(words.say("wall.edit.links.make"), click -> {
            if (label.isEmpty()) {
                label.setInvalid(true);
                label.setErrorMessage(words.say("wall.check.title", 120));
                return;
            }
            var path = desk.link(signedIn.person(), slug, label.getValue().strip());
            fillLinks();
            links.add(new Paragraph(words.say("wall.edit.links.made")), made);
            made.getElement().executeJs("this.textContent = location.origin + $0", path);
        });
        var row = new Div(label, make);
        row.addClassName("wall-link");
        links.add(row);
        desk.links(signedIn.person()).stream().filter(l -> l.wall().equals(slug)).forEach(l -> {
            var line = new Div(new Paragraph(words.say("wall.edit.links.line", l.label(), l.createdBy(),
                    l.createdAt().toString().substring(0, 10))));
            line.addClassName("wall-link");
            line.add(l.revokedAt() != null ? new Paragraph(words.say("wall.edit.links.revoked"))
                    : new Button(words.say("wall.do.revoke"), click -> {
                        desk.revoke(signedIn.person(), l);
                        fillLinks();
                    }));
            links.add(line);
        });
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (draft != null) {
            walls.dropDraft(draft);
            draft = null;
        }
    }

    @Override
    public String getPageTitle() {
        return words.say("wall.walls") + " · Raceboard";
    }
}
