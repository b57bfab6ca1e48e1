package io.raceboard.records;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A plain table of rows; on a phone each row is a card. Arrow keys go from row to row. */
class RowTable<R> extends Composite<Div> {

    private static final String ARROWS = """
            this.addEventListener('keydown', e => {
              const links = [...this.querySelectorAll('tbody > tr > :first-child a')];
              const at = links.indexOf(e.target);
              const to = {ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1}[e.key];
              if (at >= 0 && to !== undefined && links[to]) { links[to].focus(); e.preventDefault(); }
            });""";

    private final List<Column<R>> columns;
    private final Consumer<String> sort;
    private final NativeTable table = new NativeTable();

    /** @param sort gets the key of a column whose head was clicked */
    RowTable(String label, List<Column<R>> columns, Consumer<String> sort) {
        this.columns = columns;
        this.sort = sort;
        table.addClassName("row-table");
        table.getElement().setAttribute("aria-label", label);
        getContent().addClassName("row-table-frame");
        getContent().add(table);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        getElement().executeJs(ARROWS);
    }

    void show(List<R> rows, @Nullable String sortedBy, boolean descending) {
        table.removeAll();
        var head = new NativeTableRow();
        columns.forEach(column -> head.add(header(column, sortedBy, descending)));
        var body = new NativeTableBody();
        rows.forEach(row -> body.add(row(row)));
        table.add(new NativeTableHeader(head), body);
    }

    private NativeTableHeaderCell header(Column<R> column, @Nullable String sortedBy, boolean descending) {
        var cell = new NativeTableHeaderCell();
        cell.getElement().setAttribute("scope", "col");
        if (column.key() == null) {
            cell.add(new Span(column.header()));
            return cell;
        }
        var button = new NativeButton(column.header(), click -> sort.accept(column.key()));
        cell.add(button);
        if (column.key().equals(sortedBy)) {
            cell.getElement().setAttribute("aria-sort", descending ? "descending" : "ascending");
        }
        return cell;
    }

    private NativeTableRow row(R row) {
        var line = new NativeTableRow();
        for (var column : columns) {
            var content = column.cell().apply(row);
            if (column == columns.getFirst()) {
                var name = new RowName();
                name.getElement().appendChild(content.getElement());
                line.add(name);
            } else {
                var cell = new NativeTableCell(content);
                cell.getElement().setAttribute("data-label", column.header());
                line.add(cell);
            }
        }
        return line;
    }

    /** The cell that names its row. */
    @Tag("th")
    private static class RowName extends NativeTableCell {

        RowName() {
            getElement().setAttribute("scope", "row");
        }
    }
}
