package io.raceboard.wall;

import io.raceboard.board.BoardSite;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Templates;
import io.raceboard.board.Exhibits;
import io.raceboard.policy.PolicyPanels;
import io.raceboard.live.ReadModel;
import java.time.ZoneId;
import java.util.List;

/** Walls on the bundled data, as displays get them. */
final class WallSite {

    private static final BoardSite SITE = BoardSite.open();

    private WallSite() {
    }

    static WallDocuments documents() {
        return new WallDocuments(new Showings(SITE.bean(Exhibits.class), SITE.bean(PolicyPanels.class)),
                SITE.bean(Templates.class), SITE.bean(ReadModel.class), new FrontEnd("test"));
    }

    static ReadModel readModel() {
        return SITE.bean(ReadModel.class);
    }

    static WallCheck check() {
        return new WallCheck(SITE.bean(Exhibits.class));
    }

    static io.raceboard.page.Words words(Lang lang) {
        return SITE.bean(Templates.class).words(lang);
    }

    static Wall wall(Slide... slides) {
        return new Wall("room", "Room", Lang.EN, 3, 55, ZoneId.of("Europe/Berlin"), Wall.Theme.DARK, null, null,
                false, List.of(slides), 0);
    }
}
