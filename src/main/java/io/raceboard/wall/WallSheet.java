package io.raceboard.wall;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.access.Role;
import io.raceboard.access.SignedIn;
import io.raceboard.catalog.Lang;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import io.raceboard.desk.Toast;
import io.raceboard.review.KeepsTyped;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form of one wall, beside a preview at the size of a wall that follows every change before it is saved. It knows from
 * which version it started; what is typed is kept until it is saved or discarded.
 */
class WallSheet extends Composite<Div> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<List<Slide>> SLIDES = new TypeReference<>() {
    };

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
    private final SlideCards slides;
    private final WallPreview preview;
    private final Div links = new Div();
    private final Div exports = new Div();
    private final Paragraph fault = new Paragraph();
    private final KeepsTyped typed;
    private final @Nullable String stored;
    /** The version that what is in the fields started from. */
    private final int version;
    private final Consumer<String> saved;
    private final boolean editable;
    private boolean filling = true;

    /**
     * @param start what the form shows when nothing was typed into it before
     * @param preview taken over from the form that was here before
     * @param saved gets the slug of the wall once it is stored
     * @param discarded what follows when the person does not want what was typed
     */
    WallSheet(WallParts parts, WallStart start, WallPreview preview, Consumer<String> saved, Runnable discarded) {
        this.preview = preview;
        desk = parts.desk();
        signedIn = parts.signedIn();
        words = parts.words();
        this.saved = saved;
        var me = signedIn.person();
        editable = me.may(Role.EDITOR);
        stored = start.stored();
        int now = start.wall().version();
        int began = parts.drafts().load(me, start.key()).map(d -> Integer.parseInt(d.base())).orElse(now);
        version = stored == null ? 0 : began;
        typed = new KeepsTyped(parts.drafts(), signedIn::person, words.words(), parts.clock(), start.key(),
                "desk/" + start.key(), start.title(), String.valueOf(began)).onDiscard(discarded);
        slides = new SlideCards(words, editable, preview::goTo);
        build();
        fill(start.wall());
        if (editable) {
            keepWhatIsTyped();
            if (typed.restore().isPresent() && began != now) {
                fault.setText(words.say(stored == null ? "wall.edit.gone" : "wall.check.version"));
            }
        }
        filling = false;
        fillLinks();
        changed();
    }

    private void build() {
        var save = new Button(words.say("wall.save"), click -> save());
        save.addThemeVariants(ButtonVariant.PRIMARY);
        save.setVisible(editable);
        exports.addClassName("wall-card-actions");
        fault.getElement().setAttribute("role", "alert");
        fault.addClassName("displays-summary");
        fault.getElement().setAttribute("data-state", "wrong");
        links.addClassName("wall-links");
        var add = new Button(words.say("wall.edit.add"), click -> slides.add(Slide.of(Slide.Kind.CHART, "/t/power")));
        add.setVisible(editable);
        slides.addValueChangeListener(change -> changed());
        var form = new Div(settings(), fault, new H2(words.say("wall.edit.slides")), slides, add, links);
        var editor = new Div(form, preview);
        editor.addClassName("wall-editor");
        getContent().add(new PageHead(words.say("wall.walls"), "", exports, save), typed, editor);
    }

    /** Opening a wall to all is an administrator's, and so is what they typed there. */
    private void keepWhatIsTyped() {
        typed.text("title", title).text("slug", slug).text("night", night).text("off", off)
                .field("zone", zone, name -> name, name -> name)
                .field("language", lang, Lang::code, code -> Lang.of(code).orElse(null))
                .field("metres", metres, String::valueOf, Integer::valueOf)
                .field("inches", inches, String::valueOf, Integer::valueOf)
                .field("theme", theme, Wall.Theme::name, Wall.Theme::valueOf)
                .field("slides", slides, JSON::writeValueAsString, text -> JSON.readValue(text, SLIDES));
        if (signedIn.person().may(Role.ADMIN)) {
            typed.field("open", open, String::valueOf, Boolean::valueOf);
        }
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

    private void fill(Wall wall) {
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
        slides.setValue(wall.slides());
    }

    /** Keeps the form as it is now, although nobody has typed into it. */
    void keep() {
        typed.keep();
    }

    private Wall wall() {
        return new Wall(slug.getValue().strip(), title.getValue().strip(), lang.getValue(), metres.getValue(),
                inches.getValue() == null ? 0 : inches.getValue(),
                ZoneId.of(zone.getValue() == null ? "UTC" : zone.getValue()), theme.getValue(),
                hours(night), hours(off), open.getValue(), slides.getValue(), version);
    }

    private static @Nullable Hours hours(TextField field) {
        return Hours.find(field.getValue()).orElse(null);
    }

    /** Everything that is typed shows at once in the preview; nothing is saved by it. */
    private void changed() {
        if (filling) {
            return;
        }
        open.setLabel(words.say("wall.edit.open", slug.getValue()));
        exports.removeAll();
        exports.add(WallsView.export(wall(), words));
        preview.show(wall());
    }

    private void save() {
        var faults = new HashMap<String, String>();
        check(night, faults, "night");
        check(off, faults, "off");
        if (faults.isEmpty()) {
            try {
                var wall = desk.save(signedIn.person(), stored, wall());
                typed.saved();
                Toast.show(words.say("wall.edit.saved", String.valueOf(wall.version())));
                saved.accept(wall.slug());
                return;
            } catch (WallFault.Refused refused) {
                refused.faults().forEach(f -> faults.putIfAbsent(f.field(), f.say(words.words())));
                if (faults.containsKey("version")) {
                    // Also where nothing was typed: what is kept can be discarded, and then theirs is seen.
                    typed.keep();
                }
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
        slides.mark(faults);
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
}
