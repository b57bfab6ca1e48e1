package io.raceboard.wall;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import io.raceboard.desk.DeskWords;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A wall as its screens would show it, while it is being edited. It goes from one form to the next, at the same address:
 * what it showed last is taken away only with the editor.
 */
class WallPreview extends Composite<Section> {

    private static final List<int[]> SIZES = List.of(new int[] {1920, 1080}, new int[] {1280, 720},
            new int[] {3840, 2160}, new int[] {1080, 1920}, new int[] {2560, 1080});

    private final Walls walls;
    private final Select<int[]> size = new Select<>();
    private final IFrame screen = new IFrame();
    private final Div frame = new Div(screen);
    private @Nullable String key;

    WallPreview(Walls walls, DeskWords words) {
        this.walls = walls;
        size.setLabel(words.say("wall.edit.preview.size"));
        size.setItems(SIZES);
        size.setItemLabelGenerator(s -> s[0] + " × " + s[1]);
        size.setValue(SIZES.getFirst());
        size.addValueChangeListener(change -> scale());
        frame.addClassName("wall-preview-frame");
        screen.getElement().setAttribute("title", words.say("wall.edit.preview"));
        getContent().add(new H2(words.say("wall.edit.preview")), size, frame);
        getContent().addClassName("wall-preview");
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        scale();
    }

    /** The preview is a whole screen, made smaller as a picture is. */
    private void scale() {
        var chosen = size.getValue();
        frame.getElement().executeJs("""
                const [w, h] = [$0, $1], frame = this, inner = this.firstElementChild;
                const fit = () => {
                  inner.style.width = w + 'px'; inner.style.height = h + 'px';
                  inner.style.transform = `scale(${frame.clientWidth / w})`;
                  frame.style.height = frame.clientWidth * h / w + 'px';
                };
                frame.previewSize?.disconnect();
                (frame.previewSize = new ResizeObserver(fit)).observe(frame);
                fit();""", chosen[0], chosen[1]);
    }

    /** Shows the wall as it is now. */
    void show(Wall wall) {
        boolean first = key == null;
        key = walls.draft(key, wall);
        if (first) {
            screen.setSrc("/wall/" + key);
        }
    }

    /** Goes to a slide of the wall that is shown; places count from 1. */
    void goTo(int place) {
        screen.setSrc("/wall/" + key + "?slide=" + place);
    }

    /** Takes the wall away from the address at which it was shown. */
    void close() {
        if (key != null) {
            walls.dropDraft(key);
            key = null;
        }
    }
}
