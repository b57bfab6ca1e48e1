package io.raceboard.intake;

import com.vaadin.flow.component.html.Div;

/** One step of an import on the screen. */
abstract class ImportStep extends Div {

    /** Shows what is new of the file; false where another step, or this one made anew, must do that. */
    boolean update(Pending.State state) {
        return false;
    }
}
