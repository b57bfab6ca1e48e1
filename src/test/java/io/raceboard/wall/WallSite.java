package io.raceboard.wall;

import io.raceboard.board.BoardSite;
import io.raceboard.board.Exhibits;
import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import io.raceboard.page.Templates;
import io.raceboard.policy.PolicyPanels;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;

/** Walls on the bundled data, as displays get them. */
final class WallSite {

    private static final BoardSite SITE = BoardSite.open();

    private WallSite() {
    }

    static WallDocuments documents() {
        return new WallDocuments(
                new Showings(SITE.bean(Exhibits.class), SITE.bean(PolicyPanels.class), readModel()),
                SITE.bean(Templates.class), readModel(), new FrontEnd("test"));
    }

    static ReadModel readModel() {
        return SITE.bean(ReadModel.class);
    }

    /** Where screens without a websocket send their signs of life, and what the desk knows of these screens. */
    record Screens(WallFiles endpoint, Displays displays, DisplayProof proof) {
    }

    static Screens screens() {
        var sql = SITE.bean(DSLContext.class);
        var store = new WallStore(sql);
        var clock = SITE.bean(Clock.class);
        var walls = new Walls(store, event -> { }, clock);
        var documents = documents();
        var displays = new Displays(walls, store, clock, 100);
        var proof = new DisplayProof(documents);
        var talk = new DisplayTalk(displays, new DisplayMessages(walls, displays, documents, readModel(), clock), proof,
                walls, documents, readModel(), clock);
        return new Screens(new WallFiles(walls, documents, talk, new FrontEnd("test")), displays, proof);
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
