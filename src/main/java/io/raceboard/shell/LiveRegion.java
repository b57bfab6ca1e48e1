package io.raceboard.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;

/**
 * The place of a shared document on an open page. The server holds one address for each viewer, nothing of what is
 * shown; the browser fetches the document, adopts the one in the first HTML where it is the same, and patches itself
 * when the address changes.
 */
@Tag("race-live")
@JsModule("./shell/race-live.ts")
@NpmPackage(value = "idiomorph", version = "0.8.0")
@NpmPackage(value = "apexcharts", version = "4.7.0")
class LiveRegion extends Component {

    /** @param source address of the document, with its version */
    void show(String source) {
        getElement().setAttribute("src", source);
    }
}
