package io.raceboard.entry;

import com.vaadin.flow.component.ClientCallable;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import io.raceboard.catalog.Period;
import io.raceboard.entry.Sheet.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A sheet as in a spreadsheet, in the browser. What is in it is the business of {@link Hands}. */
@Tag("race-sheet")
@JsModule("./desk/race-sheet.ts")
class RaceSheet extends Component implements HasSize {

    /** What the sheet is used for. */
    interface Hands {

        /** Texts were typed into cells, as one act; answers the lines that look different now. */
        default List<Row> typed(Map<Place, String> texts) {
            return List.of();
        }

        default void pasted(Place at, String text) {
        }

        default void undo() {
        }

        default void redo() {
        }

        default void save() {
        }

        /** The keyboard has moved to another line. */
        default void moved(Period period) {
        }
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Cell(String k, String c, String t) {
    }

    private final Hands hands;
    private final SheetJson json;

    RaceSheet(Hands hands, SheetJson json) {
        this.hands = hands;
        this.json = json;
    }

    /** @param json the whole sheet */
    void show(String json) {
        getElement().callJsFunction("show", json);
    }

    void show(String json, Period goTo) {
        getElement().callJsFunction("show", json, goTo.text());
    }

    void focus() {
        getElement().callJsFunction("focus");
    }

    @ClientCallable
    String typed(String cells) {
        var texts = new LinkedHashMap<Place, String>();
        for (var cell : JSON.readValue(cells, new TypeReference<List<Cell>>() { })) {
            place(cell.k(), cell.c()).ifPresent(place -> texts.put(place, cell.t()));
        }
        return json.rows(hands.typed(texts));
    }

    @ClientCallable
    void pasted(String period, String column, String text) {
        place(period, column).ifPresent(place -> hands.pasted(place, text));
    }

    @ClientCallable
    void undo() {
        hands.undo();
    }

    @ClientCallable
    void redo() {
        hands.redo();
    }

    @ClientCallable
    void save() {
        hands.save();
    }

    @ClientCallable
    void moved(String period) {
        Period.find(period).ifPresent(hands::moved);
    }

    private static Optional<Place> place(String period, String column) {
        return Period.find(period).flatMap(p -> Column.headed(column).map(c -> new Place(p, c)));
    }
}
