package io.raceboard.imports;

import io.raceboard.catalog.Cadence;
import io.raceboard.catalog.Draw;
import io.raceboard.catalog.Entity;
import io.raceboard.catalog.Estimator;
import io.raceboard.catalog.Source;
import io.raceboard.catalog.Topic;
import io.raceboard.catalog.Unit;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.EventDraft;
import io.raceboard.ledger.EventStep;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Fault.Kind;
import io.raceboard.ledger.IndicatorDraft;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns files in the data set's form into a batch, and remembers where each record came from. */
class TidyFiles {

    private record Place(String file, int row) {
    }

    private final List<Topic> topics = new ArrayList<>();
    private final List<Unit> units = new ArrayList<>();
    private final List<Estimator> estimators = new ArrayList<>();
    private final List<Source> sources = new ArrayList<>();
    private final List<Entity> entities = new ArrayList<>();
    private final List<IndicatorDraft> indicators = new ArrayList<>();
    private final List<SeriesDraft> series = new ArrayList<>();
    private final List<ObservationDraft> observations = new ArrayList<>();
    private final List<EventDraft> events = new ArrayList<>();

    private final Map<Kind, List<Place>> places = new EnumMap<>(Kind.class);
    private final List<FileFault> faults = new ArrayList<>();
    private final List<String> fileOrder;

    TidyFiles(List<DataFile> files) {
        fileOrder = files.stream().map(DataFile::name).toList();
        files.forEach(this::read);
    }

    /** All rows that could be read. */
    Batch batch() {
        return new Batch(topics, units, estimators, sources, entities, indicators, series, observations, events);
    }

    /** Whether the files themselves are sound; the ledger may still refuse what is in them. */
    boolean isReadable() {
        return faults.isEmpty();
    }

    /**
     * All faults by file and row: what could not be read, and what the ledger said of the rest.
     *
     * @param ofLedger faults of {@link #batch()}
     */
    List<FileFault> faults(List<Fault> ofLedger) {
        var all = new ArrayList<>(faults);
        for (var fault : ofLedger) {
            var place = places.get(fault.kind()).get(fault.index());
            boolean told = faults.stream().anyMatch(f -> f.row() == place.row() && f.file().equals(place.file())
                    && fault.field().equals(f.column()));
            if (!told) {
                all.add(new FileFault(place.file(), place.row(), fault.field(), fault.value(), fault.code(),
                        fault.sentence()));
            }
        }
        all.sort(Comparator.<FileFault>comparingInt(f -> fileOrder.indexOf(f.file())).thenComparingInt(FileFault::row));
        return all;
    }

    private void read(DataFile file) {
        var known = TidyFile.of(file);
        if (known.isEmpty()) {
            faults.add(new FileFault(file.name(), 0, null, null, "unknown-file",
                    "there is no such file in a data set; the files are " + TidyFile.names()));
            return;
        }
        var tidy = known.get();
        for (var numbered : Table.read(file, tidy.columns(), faults::add)) {
            places.computeIfAbsent(tidy.kind(), k -> new ArrayList<>()).add(new Place(file.name(), numbered.number()));
            add(tidy, numbered.row());
        }
    }

    private void add(TidyFile file, Row row) {
        switch (file) {
            case TOPICS -> topics.add(new Topic(row.text("slug"), row.label("title"), row.label("question"),
                    row.whole("position")));
            case UNITS -> units.add(new Unit(row.text("code"), row.text("dimension"), row.label("label"),
                    row.label("short")));
            case ESTIMATORS -> estimators.add(new Estimator(row.text("slug"), row.label("title")));
            case SOURCES -> sources.add(new Source(row.text("key"), row.text("title"), row.text("publisher"),
                    row.optional("url"), row.optional("published"), row.text("licence"), row.text("licence_kind"),
                    row.truth("redistributable"), row.truth("share_alike"), row.optional("note")));
            case ENTITIES -> entities.add(new Entity(row.text("slug"), row.word("kind", Entity.Kind.class),
                    row.optional("parent"), row.label("title"), row.label("short"), row.text("colour"),
                    row.word("dash", Entity.Dash.class), row.word("marker", Entity.Marker.class)));
            case INDICATORS -> indicators.add(indicator(row));
            case SERIES -> series.add(new SeriesDraft(row.text("indicator"), row.text("entity"),
                    row.text("estimator"), row.whole("rank"), row.optionalLabel("title")));
            case OBSERVATIONS -> observations.add(new ObservationDraft(row.text("indicator"), row.text("entity"),
                    row.text("estimator"), row.text("period"), row.decimal("value"), row.decimal("low"),
                    row.decimal("high"), row.text("status"), row.truth("partial"), false, row.text("source"),
                    row.optional("note"), null));
            case EVENTS -> events.add(new EventDraft(row.text("slug"), row.text("date"), row.optional("end_date"),
                    row.list("jurisdictions"), row.text("category"), row.text("status"), row.text("direction"),
                    row.label("title"), row.label("summary"), row.list("sources"), row.list("indicators"),
                    EventStep.split(row.optional("history"))));
        }
    }

    private static IndicatorDraft indicator(Row row) {
        return new IndicatorDraft(row.text("slug"), row.text("topic"), row.whole("position"), row.label("title"),
                row.label("subtitle"), row.text("unit"), row.word("cadence", Cadence.class), row.whole("lag_days"),
                row.word("draw", Draw.class), row.label("method"), row.optionalLabel("caveat"), row.text("licence"),
                row.optional("interval"), row.word("estimates", Estimates.class) == Estimates.ALL,
                row.list("default_entities"), row.optional("default_time"));
    }

    private enum Estimates { PREFERRED, ALL }
}
