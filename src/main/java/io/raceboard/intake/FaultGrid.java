package io.raceboard.intake;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.provider.ConfigurableFilterDataProvider;
import com.vaadin.flow.data.provider.DataProvider;
import io.raceboard.desk.DeskWords;
import java.util.ArrayList;
import java.util.Optional;

/** What is wrong with rows, or surprising about them: every fault a line, read page by page. */
class FaultGrid extends Div {

    FaultGrid(DeskWords words, FaultList faults) {
        addClassName("intake-faults");
        var sentences = new Sentences(words.words());
        var counts = faults.counts();
        ConfigurableFilterDataProvider<RowFault, Void, String> page = DataProvider.<RowFault, String>fromFilteringCallbacks(
                query -> faults.page(query.getOffset(), query.getLimit(), query.getFilter()).stream(),
                query -> query.getFilter().map(counts::get).orElse(faults.size())).withConfigurableFilter();
        var grid = new Grid<RowFault>(RowFault.class, false);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.addColumn(RowFault::row).setHeader(words.say("intake.grid.row")).setWidth("4.5rem").setFlexGrow(0);
        grid.addColumn(fault -> fault.column() == null ? "" : fault.column())
                .setHeader(words.say("intake.grid.column")).setWidth("6.5rem").setFlexGrow(0);
        grid.addColumn(sentences::of).setHeader(words.say("intake.grid.fault")).setWidth("14rem").setFlexGrow(4);
        grid.addColumn(fault -> fault.optionalValue().orElse("")).setHeader(words.say("intake.field.value"))
                .setWidth("9rem").setFlexGrow(1);
        grid.addColumn(RowFault::code).setHeader(words.say("intake.grid.code")).setWidth("10rem").setFlexGrow(0);
        grid.setAllRowsVisible(faults.size() <= RowGrid.FEW);
        grid.setItems(page);
        if (counts.size() > 1) {
            var codes = new ArrayList<>(counts.keySet());
            var filter = new Select<String>();
            filter.setLabel(words.say("intake.grid.filter"));
            filter.setItems(codes);
            filter.setItemLabelGenerator(code -> code == null ? words.say("intake.grid.all")
                    : code + " (" + counts.get(code) + ")");
            filter.setEmptySelectionAllowed(true);
            filter.setEmptySelectionCaption(words.say("intake.grid.all"));
            filter.addValueChangeListener(chosen -> page.setFilter(Optional.ofNullable(chosen.getValue()).orElse(null)));
            add(filter);
        }
        add(grid);
    }
}
