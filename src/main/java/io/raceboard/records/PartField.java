package io.raceboard.records;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValueAndElement;
import com.vaadin.flow.component.shared.HasValidationProperties;
import io.raceboard.review.KeepsTyped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form with its contents as text, as the columns of the data set's files have it.
 *
 * @param label as people read it
 * @param shown the text as people read it, for comparing
 */
record PartField<T>(Part part, String label, Component component, HasValue<?, T> value,
        HasValidationProperties validation, Function<T, String> write, Function<String, @Nullable T> read,
        Function<T, String> shown) {

    /** A field whose own value is the text. */
    static PartField<String> of(Part part, String label, Component component, HasValueAndElement<?, String> value,
            HasValidationProperties validation) {
        return new PartField<>(part, label, component, value, validation, text -> text, text -> text, text -> text);
    }

    String text() {
        var now = value.getValue();
        return now == null ? "" : write.apply(now).strip();
    }

    /** What it would show for the text, in words. */
    String shown(String text) {
        var as = text.isEmpty() ? null : read.apply(text);
        return as == null ? text : shown.apply(as);
    }

    void show(String text) {
        var as = text.isEmpty() ? null : read.apply(text);
        if (as == null) {
            value.clear();
        } else {
            value.setValue(as);
        }
    }

    /** @param sentence null when there is none any more */
    void fault(@Nullable String sentence) {
        validation.setErrorMessage(sentence == null ? "" : sentence);
        validation.setInvalid(sentence != null);
    }

    void keep(KeepsTyped typed) {
        typed.field(part.name(), value, write, read);
    }
}
