package io.raceboard.intake;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import io.raceboard.access.SignedIn;
import io.raceboard.desk.DeskLayout;
import io.raceboard.desk.DeskWords;
import io.raceboard.desk.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A file on its way in, step by step. Which file it is stands in the address, so a reload goes on with it. */
@Route(value = "desk/import", layout = DeskLayout.class)
@Menu(title = "intake.menu", order = 20)
@RolesAllowed("EDITOR")
@CssImport("./styles/intake.css")
class ImportView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final String FILE = "file";

    private final ImportDesk desk;
    private final DeskWords words;
    private final SignedIn signedIn;
    private final Steps steps;
    private final Div body = new Div();
    private Optional<Pending> file = Optional.empty();
    private @Nullable ImportStep step;
    private Runnable stopListening = () -> { };

    ImportView(ImportDesk desk, DeskWords words, SignedIn signedIn) {
        this.desk = desk;
        this.words = words;
        this.signedIn = signedIn;
        steps = new Steps(words);
        body.addClassName("intake");
        add(new PageHead(words.say("intake.title"), words.say("intake.text")), steps, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        file = event.getLocation().getQueryParameters().getSingleParameter(FILE)
                .flatMap(id -> desk.intake().find(signedIn.person(), id));
        step = null;
        if (isAttached()) {
            listen(event.getUI());
        }
        draw();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        listen(attached.getUI());
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        stopListening.run();
    }

    private void listen(UI ui) {
        stopListening.run();
        stopListening = file.map(f -> f.listen(() -> ui.access(this::draw))).orElse(() -> { });
    }

    /** Shows the file as it is by now; a step that is shown already may know better what of it to change. */
    private void draw() {
        if (file.isEmpty()) {
            steps.at(0);
            show(new UploadStep(desk, words, signedIn, this::open));
            return;
        }
        var state = file.get().state();
        steps.at(switch (state.stage()) {
            case COLUMNS -> 1;
            case WORKING, PREVIEW -> 2;
            case DONE -> 3;
        });
        if (step == null || !step.update(state)) {
            show(switch (state.stage()) {
                case COLUMNS -> new ColumnsStep(desk, words, signedIn, file.get(), this::leave);
                case WORKING -> new WorkingStep(desk, words, file.get());
                case PREVIEW -> new PreviewStep(desk, words, signedIn, file.get(), this::leave);
                case DONE -> new DoneStep(desk, words, signedIn, file.get(), this::leave);
            });
        }
    }

    private void show(ImportStep next) {
        step = next;
        body.removeAll();
        body.add(next);
    }

    private void open(Pending pending) {
        getUI().ifPresent(ui -> ui.navigate(ImportView.class, QueryParameters.simple(Map.of(FILE, pending.id()))));
    }

    /** Back to the list of files. */
    private void leave() {
        getUI().ifPresent(ui -> ui.navigate(ImportView.class));
    }

    @Override
    public String getPageTitle() {
        return words.say("intake.title") + " · Raceboard";
    }
}
