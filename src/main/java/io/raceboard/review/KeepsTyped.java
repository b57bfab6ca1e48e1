package io.raceboard.review;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.raceboard.access.Person;
import io.raceboard.page.Words;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what is typed into a form on the server, a second after each pause in typing, and puts it back when the form is
 * opened again. On screen it is one quiet line that says so.
 */
public class KeepsTyped extends Composite<Div> {

    /** Milliseconds without a key before what was typed is kept. */
    private static final int PAUSE = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private record Kept<T>(HasValue<?, T> field, Function<T, String> write, Function<String, @Nullable T> read) {

        String text() {
            var value = field.getValue();
            return value == null ? "" : write.apply(value);
        }

        void set(String text) {
            var value = text.isEmpty() ? null : read.apply(text);
            if (value == null) {
                field.clear();
            } else {
                field.setValue(value);
            }
        }
    }

    private final FormDrafts drafts;
    private final Supplier<Person> who;
    private final Words words;
    private final Clock clock;
    private final String key;
    private final String address;
    private final String title;
    private final String base;
    private final Map<String, Kept<?>> fields = new LinkedHashMap<>();
    private final Span line = new Span();
    private final Button discard = new Button();
    private final TypedHere here;
    private Runnable discarded = () -> { };
    private boolean quiet;

    /**
     * @param who asked at every save
     * @param key which form, and of which record
     * @param address where the form is, such as {@code desk/solar}
     * @param title of the form, for the list of what somebody was typing
     * @param base the version of the record that the form shows
     */
    public KeepsTyped(FormDrafts drafts, Supplier<Person> who, Words words, Clock clock, String key, String address,
            String title, String base) {
        this.drafts = drafts;
        this.who = who;
        this.words = words;
        this.clock = clock;
        this.key = key;
        this.address = address;
        this.title = title;
        this.base = base;
        getContent().addClassName("keeps-typed");
        getContent().getElement().setAttribute("role", "status");
        discard.setText(words.say("review.typed.discard"));
        discard.addThemeVariants(ButtonVariant.TERTIARY);
        discard.addClickListener(click -> discard());
        discard.setVisible(false);
        here = new TypedHere(words, who.get(), key, this::putBack);
        getContent().add(line, discard, here);
    }

    /** Keeps a field of text. */
    public KeepsTyped text(String name, HasValue<?, String> field) {
        if (field instanceof HasElement element) {
            here.watch(name, element);
        }
        return field(name, field, text -> text, text -> text);
    }

    /** Keeps any field. */
    public <T> KeepsTyped field(String name, HasValue<?, T> field, Function<T, String> write,
            Function<String, @Nullable T> read) {
        fields.put(name, new Kept<>(field, write, read));
        if (field instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
            typed.setValueChangeTimeout(PAUSE);
        }
        field.addValueChangeListener(change -> {
            if (!quiet && change.isFromClient()) {
                keep();
            }
        });
        return this;
    }

    /** What the form does besides, when the person does not want what was kept. */
    public KeepsTyped onDiscard(Runnable then) {
        discarded = then;
        return this;
    }

    /** Keeps the fields as they are now; for changes that the program makes for the person. */
    public void keep() {
        var texts = texts();
        boolean saved = drafts.save(who.get(), key, address, title, JSON.writeValueAsString(texts), base);
        say(saved ? words.say("review.typed.kept", now()) : words.say("review.typed.too-much"));
        discard.setVisible(saved);
        if (saved) {
            here.confirm(texts);
        }
    }

    private Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        fields.forEach((name, kept) -> texts.put(name, kept.text()));
        return texts;
    }

    private void putBack(Map<String, String> texts) {
        set(texts);
        keep();
    }

    private void set(Map<String, String> texts) {
        quiet = true;
        fields.forEach((name, kept) -> {
            if (texts.containsKey(name)) {
                kept.set(texts.get(name));
            }
        });
        quiet = false;
    }

    /** Puts back what was kept, if anything was. Call it when all fields are known and show what is in the store. */
    public Optional<FormDraft> restore() {
        var found = drafts.load(who.get(), key);
        found.ifPresent(draft -> {
            set(JSON.readValue(draft.json(), TEXTS));
            say(words.say("review.typed.restored",
                    draft.savedAt().atZone(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))));
            discard.setVisible(true);
        });
        here.opened(texts());
        return found;
    }

    /** The form was saved: forgets what was kept. */
    public void saved() {
        drafts.discard(who.get(), key);
        here.forget();
        say("");
        discard.setVisible(false);
    }

    private void discard() {
        saved();
        discarded.run();
    }

    private void say(String text) {
        line.setText(text);
    }

    private String now() {
        return clock.instant().atZone(ZoneOffset.UTC).format(TIME);
    }
}
