package io.raceboard.wall;

import io.raceboard.board.Exhibits;
import io.raceboard.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What a wall must be before it is saved. */
@Component
class WallCheck {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_SLIDE_TITLE = 200;
    private static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_ADDRESS = 2000;
    private static final int LEAST_INCHES = 10;
    private static final int MOST_INCHES = 300;
    private static final int MOST_HOURS = 8760;

    private final Exhibits exhibits;

    WallCheck(Exhibits exhibits) {
        this.exhibits = exhibits;
    }

    /** All faults at once; none for a wall that may be saved. */
    List<WallFault> check(Wall wall, Words words) {
        var faults = new ArrayList<WallFault>();
        if (!SLUG.matcher(wall.slug()).matches() || wall.slug().length() > LONGEST_SLUG) {
            faults.add(new WallFault("slug", "wall.check.slug", LONGEST_SLUG));
        } else if (wall.slug().equals(RaceWall.SLUG) || wall.slug().equals(WallStarts.NEW) || wall.slug().startsWith("draft")) {
            faults.add(new WallFault("slug", "wall.check.slug.ours", wall.slug()));
        }
        if (wall.title().isBlank() || wall.title().length() > LONGEST_TITLE) {
            faults.add(new WallFault("title", "wall.check.title", LONGEST_TITLE));
        }
        if (!Wall.METRES.contains(wall.metres())) {
            faults.add(new WallFault("metres", "wall.check.metres"));
        }
        if (wall.inches() < LEAST_INCHES || wall.inches() > MOST_INCHES) {
            faults.add(new WallFault("inches", "wall.check.between", LEAST_INCHES, MOST_INCHES));
        }
        if (!Wall.ZONES.contains(wall.zone().getId())) {
            faults.add(new WallFault("zone", "wall.check.zone", wall.zone().getId()));
        }
        if (wall.slides().isEmpty() || wall.slides().size() > Wall.MOST_SLIDES) {
            faults.add(new WallFault("slides", "wall.check.slides", Wall.MOST_SLIDES));
        }
        for (int place = 0; place < wall.slides().size(); place++) {
            check("slides." + place + ".", wall.slides().get(place), wall, words, faults);
        }
        return List.copyOf(faults);
    }

    private void check(String at, Slide slide, Wall wall, Words words, List<WallFault> faults) {
        if (slide.seconds() < Slide.LEAST_SECONDS || slide.seconds() > Slide.MOST_SECONDS) {
            faults.add(new WallFault(at + "seconds", "wall.check.between", Slide.LEAST_SECONDS, Slide.MOST_SECONDS));
        }
        if (slide.withinHours() < 0 || slide.withinHours() > MOST_HOURS) {
            faults.add(new WallFault(at + "within", "wall.check.between", 0, MOST_HOURS));
        }
        if (slide.withinHours() > 0 && !slide.kind().changes()) {
            faults.add(new WallFault(at + "within", "wall.check.within.note"));
        }
        if (length(slide.title()) > LONGEST_SLIDE_TITLE) {
            faults.add(new WallFault(at + "title", "wall.check.longest", LONGEST_SLIDE_TITLE));
        }
        if (length(slide.text()) > LONGEST_TEXT) {
            faults.add(new WallFault(at + "text", "wall.check.longest", LONGEST_TEXT));
        }
        if (slide.kind() == Slide.Kind.NOTE && length(slide.title()) + length(slide.text()) == 0) {
            faults.add(new WallFault(at + "text", "wall.check.note"));
        }
        if (slide.kind().needsAddress()) {
            address(at, slide, wall, words, faults);
        }
    }

    private void address(String at, Slide slide, Wall wall, Words words, List<WallFault> faults) {
        var typed = slide.address();
        if (typed == null || typed.isBlank()) {
            faults.add(new WallFault(at + "of", "wall.check.address.missing"));
            return;
        }
        var address = slide.page(wall.lang());
        if (typed.length() > LONGEST_ADDRESS || !exhibits.knows(address)) {
            faults.add(new WallFault(at + "of", "wall.check.address.unknown", address.path()));
        } else if (slide.kind() == Slide.Kind.RANKING && !address.path().startsWith("/i/")) {
            faults.add(new WallFault(at + "of", "wall.check.address.ranking"));
        } else {
            exhibits.notices(address, words).stream().findFirst()
                    .ifPresent(notice -> faults.add(new WallFault(at + "of", "wall.check.address.part", notice)));
        }
    }

    private static int length(@org.jspecify.annotations.Nullable String text) {
        return text == null ? 0 : text.length();
    }
}
