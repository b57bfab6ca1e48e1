package io.raceboard.review;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Span;
import io.raceboard.access.Person;
import io.raceboard.page.Words;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The browser's own copy of what was typed last, for the seconds in which it has not reached the server. What a dead
 * server never got is offered when the same person opens the same form in the same browser again.
 */
@Tag("typed-here")
@JsModule("./desk/typed-here.ts")
public class TypedHere extends Component implements HasComponents {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {
    };

    private final Words words;
    private final String form;
    private final Consumer<Map<String, String>> putBack;

    /**
     * @param formKey which form, and of which record, as for {@link FormDrafts}
     * @param putBack gets texts by the names of their fields, and puts them into the form
     */
    public TypedHere(Words words, Person who, String formKey, Consumer<Map<String, String>> putBack) {
        this.words = words;
        this.form = formKey;
        this.putBack = putBack;
        getElement().setAttribute("data-form", formKey);
        getElement().setAttribute("data-key", who.id() + "/" + who.name() + "/" + formKey);
        getElement().setAttribute("role", "status");
    }

    /** Keeps what is typed in this field. */
    public void watch(String name, HasElement field) {
        watch(field);
        field.getElement().setAttribute("data-typed-name", name);
    }

    /** Keeps what is told in this part of the form by events of its own. */
    public void watch(HasElement part) {
        part.getElement().setAttribute("data-typed-in", form);
    }

    /** The form is open and shows these texts. */
    public void opened(Map<String, String> texts) {
        getElement().callJsFunction("opened", JSON.writeValueAsString(texts));
    }

    /** The server has kept these texts. */
    public void confirm(Map<String, String> texts) {
        getElement().callJsFunction("confirm", JSON.writeValueAsString(texts));
    }

    /** The form was saved, or what was typed is not wanted any more. */
    public void forget() {
        removeAll();
        getElement().callJsFunction("forget");
    }

    @ClientCallable
    void found(String json) {
        if (json.length() > FormDrafts.MOST) {
            return;
        }
        Map<String, String> texts;
        try {
            texts = JSON.readValue(json, TEXTS);
        } catch (JacksonException notOurs) {
            forget();
            return;
        }
        var back = new Button(words.say("review.typed.put-back"), click -> {
            removeAll();
            putBack.accept(texts);
        });
        var drop = new Button(words.say("review.typed.discard"), click -> forget());
        drop.addThemeVariants(ButtonVariant.TERTIARY);
        removeAll();
        add(new Span(words.say("review.typed.found", texts.size())), back, drop);
    }
}
