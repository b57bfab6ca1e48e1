package io.raceboard.wall;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Proof of display: what each screen says that it really painted, against the store. Where values are saved all the time,
 * a screen is always a moment behind; it is wrong when it goes on painting the same text that the store no longer has.
 */
@Component
class DisplayProof {

    /** For so long a new value may be on its way to a screen. */
    static final Duration ON_THE_WAY = Duration.ofSeconds(10);
    /** Stands for the whole slide where that shows no number: then the version of the wall tells. */
    private static final String STAMP = "stamp";

    private final WallDocuments documents;

    DisplayProof(WallDocuments documents) {
        this.documents = documents;
    }

    /** Compares a sign of life, right after it came, with what the screen ought to show. */
    void note(Display display) {
        var beat = display.beat;
        var entrance = display.entrance;
        if (beat != null && entrance != null) {
            display.doubts = doubts(display.doubts, beat, documents.document(entrance.wall(), display.lang()), display);
        }
        var wrong = wrong(display);
        display.wrongSince = wrong.isEmpty() ? null : display.wrongSince == null ? display.heard : display.wrongSince;
    }

    private static Map<String, Display.Doubt> doubts(Map<String, Display.Doubt> before, Beat beat,
            WallDocuments.Document document, Display display) {
        var now = differing(beat, document);
        if (before.isEmpty() && now.isEmpty()) {
            return before;
        }
        var doubts = new HashMap<String, Display.Doubt>();
        // What is on another slide stays in doubt until it is painted again.
        var painted = painted(beat);
        before.forEach((id, doubt) -> {
            if (!painted.containsKey(id) && document.truth().values().stream().anyMatch(t -> t.containsKey(id))) {
                doubts.put(id, doubt);
            }
        });
        now.forEach((id, text) -> {
            var doubt = before.get(id);
            doubts.put(id, doubt != null && doubt.text().equals(text) ? doubt : new Display.Doubt(text, display.heard));
        });
        return Map.copyOf(doubts);
    }

    /** What this sign of life says otherwise than the store, by element id. */
    private static Map<String, String> differing(Beat beat, WallDocuments.Document document) {
        if (beat.slide() == null) {
            return Map.of();
        }
        var truth = document.truth().getOrDefault(beat.slide(), Map.of());
        if (truth.isEmpty() && beat.stamp() != null && !beat.stamp().equals(document.stamp())) {
            return Map.of(STAMP, beat.stamp());
        }
        return painted(beat).entrySet().stream().filter(p -> !p.getValue().equals(truth.get(p.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, String> painted(Beat beat) {
        var painted = beat.painted();
        return painted == null ? Map.of() : painted;
    }

    /**
     * Element ids of the numbers on screen that were painted for longer than news are on their way, though the store has
     * others. Empty as well where nothing is known. Only what a screen has said counts, not the time since then.
     */
    List<String> wrong(Display display) {
        var beat = display.beat;
        if (beat == null) {
            return List.of();
        }
        var painted = painted(beat);
        var latest = display.heard.minus(ON_THE_WAY);
        return display.doubts.entrySet().stream()
                .filter(d -> d.getKey().equals(STAMP) || painted.containsKey(d.getKey()))
                .filter(d -> !d.getValue().since().isAfter(latest))
                .map(Map.Entry::getKey).sorted().toList();
    }
}
