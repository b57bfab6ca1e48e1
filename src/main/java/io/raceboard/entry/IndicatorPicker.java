package io.raceboard.entry;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.router.RouteParameters;
import io.raceboard.catalog.Indicator;
import io.raceboard.live.Catalog;
import io.raceboard.page.Words;
import java.util.Locale;

/** Goes to the values of an indicator, found by words of its title in either language. */
class IndicatorPicker extends ComboBox<Indicator> {

    IndicatorPicker(Words words, Catalog catalog) {
        super(words.say("entry.pick"));
        setItems((item, text) -> matches(item, text), catalog.indicators());
        setItemLabelGenerator(i -> i.title().in(words.lang()));
        setPlaceholder(words.say("entry.pick.example"));
        setWidthFull();
        addValueChangeListener(change -> {
            if (change.getValue() != null) {
                UI.getCurrent().navigate(EntryView.class, new RouteParameters("indicator", change.getValue().slug()));
            }
        });
    }

    private static boolean matches(Indicator indicator, String text) {
        var all = (indicator.slug() + " " + indicator.title().en() + " " + indicator.title().zh() + " "
                + indicator.subtitle().en() + " " + indicator.subtitle().zh()).toLowerCase(Locale.ROOT);
        for (var word : text.strip().toLowerCase(Locale.ROOT).split("\\s+")) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
