package io.raceboard.entry;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Label;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.page.Words;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks for whom and by whom a new series counts; it is written together with its first value. */
class NewSeriesDialog extends Dialog {

    /** @param estimator null where the store knows it already */
    record Wanted(SeriesDraft series, @Nullable Estimator estimator) {
    }

    private final Words words;
    private final ComboBox<Entity> entity;
    private final ComboBox<Estimator> estimator;
    private final TextField title;
    private @Nullable Estimator fresh;

    NewSeriesDialog(Words words, String indicator, Collection<Entity> entities, List<Estimator> estimators,
            Predicate<SeriesKey> taken, Consumer<Wanted> done) {
        this.words = words;
        setHeaderTitle(words.say("entry.series.new"));
        addClassName("entry-dialog");
        entity = new ComboBox<>(words.say("entry.series.entity"));
        entity.setItems((item, text) -> contains(item.title(), item.slug(), text), List.copyOf(entities));
        entity.setItemLabelGenerator(e -> e.title().in(words.lang()));
        entity.setAutofocus(true);
        estimator = new ComboBox<>(words.say("entry.series.estimator"));
        estimator.setHelperText(words.say("entry.series.estimator.help"));
        estimator.setItems((item, text) -> contains(item.title(), item.slug(), text), estimators);
        estimator.setItemLabelGenerator(e -> e.title().in(words.lang()));
        estimator.setAllowCustomValue(true);
        estimator.addCustomValueSetListener(typed -> {
            var name = typed.getDetail().strip();
            fresh = new Estimator(slug(name), new Label(name, name));
            estimator.setValue(fresh);
        });
        title = new TextField(words.say("entry.series.title"));
        title.setHelperText(words.say("entry.series.title.help"));
        for (var field : List.of(entity, estimator)) {
            field.setWidthFull();
            field.setManualValidation(true);
            field.addValueChangeListener(change -> field.setInvalid(false));
        }
        title.setWidthFull();
        var form = new Div(new Paragraph(words.say("entry.series.text")), entity, estimator, title);
        form.addClassName("desk-form");
        add(form);
        var go = new Button(words.say("entry.series.use"), click -> finish(indicator, taken, done));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(words.say("desk.cancel"), click -> close()), go);
    }

    private void finish(String indicator, Predicate<SeriesKey> taken, Consumer<Wanted> done) {
        boolean whole = isChosen(entity) & isChosen(estimator);
        if (!whole) {
            return;
        }
        var key = new SeriesKey(indicator, entity.getValue().slug(), estimator.getValue().slug());
        if (taken.test(key)) {
            estimator.setErrorMessage(words.say("entry.series.taken"));
            estimator.setInvalid(true);
            return;
        }
        var label = title.getValue().isBlank() ? null : new Label(title.getValue().strip(), null);
        done.accept(new Wanted(new SeriesDraft(indicator, key.entity(), key.estimator(), 1, label),
                estimator.getValue().equals(fresh) ? fresh : null));
        close();
    }

    private boolean isChosen(ComboBox<?> field) {
        field.setErrorMessage(words.say("entry.series.missing"));
        field.setInvalid(field.isEmpty());
        return !field.isEmpty();
    }

    private static boolean contains(Label title, String slug, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return slug.contains(wanted) || title.en().toLowerCase(Locale.ROOT).contains(wanted)
                || title.zh() != null && title.zh().contains(wanted);
    }

    private static String slug(String text) {
        var slug = text.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        return slug.isEmpty() ? "estimator-" + Integer.toHexString(text.hashCode()) : slug;
    }
}
