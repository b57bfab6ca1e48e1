package io.raceboard.shell;

import io.raceboard.live.ReadModel;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sign of life that open pages ask for: nothing that a dead server sends can say that it is dead. */
@RestController
class Alive {

    /**
     * @param boot another value after each start
     * @param now the server's clock, which decides the time on every page
     * @param latest the newest change, so that a page notices news that never reached it
     */
    record Sign(String boot, Instant now, long latest) {
    }

    private final String boot = UUID.randomUUID().toString();
    private final ReadModel readModel;
    private final Clock clock;

    Alive(ReadModel readModel, Clock clock) {
        this.readModel = readModel;
        this.clock = clock;
    }

    @GetMapping("/alive")
    ResponseEntity<Sign> alive() {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Sign(boot, clock.instant(), readModel.versions().latest()));
    }
}
