package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.live.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Proof of display: what each screen says that it really painted, against the store. */
@Component
class DisplayProof {

    /** News are on their way for so long; a number is only then an old one. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(10);

    private final WallDocuments documents;
    private final ReadModel readModel;
    private final Clock clock;

    DisplayProof(WallDocuments documents, ReadModel readModel, Clock clock) {
        this.documents = documents;
        this.readModel = readModel;
        this.clock = clock;
    }

    /** Notes, right after a sign of life, since when the screen shows old values. */
    void note(Display display) {
        display.wrongSince = wrong(display).isEmpty() ? null
                : display.wrongSince == null ? display.heard : display.wrongSince;
    }

    /**
     * Element ids of the numbers that the screen paints differently from the store. Empty as well where nothing is
     * known, or news are still on their way.
     */
    List<String> wrong(Display display) {
        var beat = display.beat;
        var entrance = display.entrance;
        if (beat == null || entrance == null || beat.painted() == null || beat.slide() == null) {
            return List.of();
        }
        boolean fresh = readModel.versions().savedAt().isAfter(clock.instant().minus(ON_THE_WAY));
        return fresh && display.wrongSince == null ? List.of() : old(beat, entrance, display.lang());
    }

    private List<String> old(Beat beat, Walls.Entrance entrance, Lang lang) {
        var truth = documents.document(entrance.wall(), lang).truth().getOrDefault(beat.slide(), Map.of());
        var painted = Objects.requireNonNull(beat.painted());
        return painted.entrySet().stream()
                .filter(p -> !Objects.equals(p.getValue(), truth.get(p.getKey())))
                .map(Map.Entry::getKey).sorted().toList();
    }
}
