package io.raceboard.intake;

import io.raceboard.intake.Progress.Phase;
import io.raceboard.ledger.Batch;
import io.raceboard.ledger.Fault;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.ObservationDraft;
import io.raceboard.ledger.SeriesDraft;
import io.raceboard.ledger.Verdict;
import io.raceboard.ledger.Verdict.Standing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Looks through a whole file: what each row is, what is wrong with it, and what saving it would come to. */
@Component
class Examiner {

    private static final int STEP = 500;

    private final Ledger ledger;
    private final NamesQueries names;

    Examiner(Ledger ledger, NamesQueries names) {
        this.ledger = ledger;
        this.names = names;
    }

    /**
     * Previews a file.
     *
     * @param folder where rows and faults are kept for looking at
     * @throws java.util.concurrent.CancellationException when the progress was cancelled
     */
    Preview preview(Path file, Reading reading, Mapping mapping, Path folder, Progress progress)
            throws IOException, FileProblem {
        var spool = new Spool(folder.resolve("rows"));
        var faults = new FaultList(folder.resolve("faults"));
        var warnings = new FaultList(folder.resolve("warnings"));
        try {
            return new Examination(spool, faults, warnings, mapping, progress).run(file, reading);
        } catch (IOException | FileProblem | RuntimeException failed) {
            spool.close();
            faults.close();
            warnings.close();
            if (failed instanceof UncheckedIOException io) {
                throw io.getCause();
            }
            throw failed;
        }
    }

    /** What of a previewed file is to be written: the rows that are new or changed and have no fault. */
    Batch batch(Path file, Reading reading, Mapping mapping, Preview preview, Progress progress)
            throws IOException, FileProblem {
        var drafts = new ArrayList<ObservationDraft>(preview.toWrite());
        try (var rows = reading.open(file)) {
            var parser = new RowParser(names.names(), mapping, reading, Reading.header(rows.next()));
            int index = 0;
            for (var row = rows.next(); row != null && index < preview.size(); row = rows.next(), index++) {
                if (preview.row(index) != row.number()) {
                    throw new IllegalStateException("the file is not the one that was previewed");
                }
                if (preview.standing(index) == Standing.NEW || preview.standing(index) == Standing.CHANGED) {
                    drafts.add(seen(parser.parse(row).draft(), preview.seen(index)));
                }
                if (index % STEP == 0) {
                    progress.at(Phase.READING, rows.read(), index);
                }
            }
        }
        return batch(preview.series(), drafts);
    }

    private static ObservationDraft seen(ObservationDraft d, int vintage) {
        return new ObservationDraft(d.indicator(), d.entity(), d.estimator(), d.period(), d.amount(), d.low(),
                d.high(), d.status(), d.partial(), d.withdrawn(), d.source(), d.note(), vintage);
    }

    private static Batch batch(List<SeriesDraft> series, List<ObservationDraft> drafts) {
        return new Batch(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), series, drafts, List.of());
    }

    /** One look at one file. */
    private final class Examination {

        private final Spool spool;
        private final FaultList faults;
        private final FaultList warnings;
        private final Mapping mapping;
        private final Progress progress;
        private final List<ObservationDraft> drafts = new ArrayList<>();
        private final int[] rows = new int[Limits.ROWS];
        private final byte[] standings = new byte[Limits.ROWS];
        private final int[] seen = new int[Limits.ROWS];
        private final long[] places = new long[Limits.ROWS];
        private final BitSet broken = new BitSet();
        /** What was wrong with rows before the ledger saw them, so that it is not told twice. */
        private final Map<Integer, List<Field>> faulty = new HashMap<>();
        private final List<String> typed = new ArrayList<>();
        private final LinkedHashMap<String, SeriesDraft> series = new LinkedHashMap<>();
        private final LinkedHashMap<String, List<Integer>> twice = new LinkedHashMap<>();

        private Examination(Spool spool, FaultList faults, FaultList warnings, Mapping mapping,
                Progress progress) {
            this.spool = spool;
            this.faults = faults;
            this.warnings = warnings;
            this.mapping = mapping;
            this.progress = progress;
        }

        private Preview run(Path file, Reading reading) throws IOException, FileProblem {
            var known = names.names();
            RowParser parser;
            try (var in = reading.open(file)) {
                parser = new RowParser(known, mapping, reading, Reading.header(in.next()));
                for (var row = in.next(); row != null; row = in.next()) {
                    take(row, parser, known);
                    if (drafts.size() % STEP == 0) {
                        progress.at(Phase.READING, in.read(), drafts.size());
                    }
                }
            }
            if (drafts.isEmpty()) {
                throw new FileProblem("no-rows");
            }
            var survey = ledger.survey(batch(List.copyOf(series.values()), drafts), v -> keep(v, parser));
            if (!survey.faults().isEmpty()) {
                throw new IllegalStateException("series that cannot be added: " + survey.faults().getFirst().sentence());
            }
            tellTwice(parser);
            for (var surprise : survey.surprises()) {
                if (standings[surprise.index()] != Standing.REFUSED.ordinal()) {
                    warnings.add(told(surprise.index(), surprise, parser));
                }
            }
            spool.finish();
            faults.finish();
            warnings.finish();
            return new Preview(drafts.size(), rows, standings, seen, places, spool, faults, warnings,
                    List.copyOf(series.values()), indicators());
        }

        private Set<String> indicators() {
            var found = new HashSet<String>();
            for (int i = 0; i < drafts.size(); i++) {
                if (standings[i] == Standing.NEW.ordinal() || standings[i] == Standing.CHANGED.ordinal()) {
                    found.add(drafts.get(i).indicator());
                }
            }
            return found;
        }

        private void take(SheetRow row, RowParser parser, Names known) throws IOException, FileProblem {
            int index = drafts.size();
            if (index == Limits.ROWS) {
                throw new FileProblem("too-many-rows", Limits.ROWS);
            }
            var parsed = parser.parse(row);
            rows[index] = row.number();
            drafts.add(parsed.draft());
            typed.add(parser.cell(row, Field.VALUE));
            if (!parsed.faults().isEmpty()) {
                broken.set(index);
                faulty.put(index, parsed.faulty());
                for (var fault : parsed.faults()) {
                    faults.add(fault);
                }
            }
            if (mapping.addSeries()) {
                addSeries(parsed.draft(), known);
            }
        }

        private void addSeries(ObservationDraft draft, Names known) {
            var there = known.estimatorsOf(draft.indicator(), draft.entity());
            if (!there.contains(draft.estimator()) && known.estimators().has(draft.estimator())
                    && known.indicators().has(draft.indicator()) && known.entities().has(draft.entity())) {
                var place = draft.indicator() + "/" + draft.entity();
                int preference = there.size() + 1
                        + (int) series.values().stream().filter(s -> place.equals(s.indicator() + "/" + s.entity())).count();
                series.computeIfAbsent(place + "/" + draft.estimator(), key -> new SeriesDraft(draft.indicator(),
                        draft.entity(), draft.estimator(), preference, null));
            }
        }

        private void keep(Verdict verdict, RowParser parser) {
            try {
                int index = verdict.index();
                if (index % STEP == 0) {
                    progress.at(Phase.CHECKING, (double) index / drafts.size(), index);
                }
                for (var fault : verdict.faults()) {
                    keep(index, fault, parser);
                }
                standings[index] = (byte) (broken.get(index) ? Standing.REFUSED : verdict.standing()).ordinal();
                var before = verdict.before();
                seen[index] = before == null ? 0 : before.vintage();
                var draft = drafts.get(index);
                places[index] = spool.append(out -> new PreviewRow(rows[index], draft.indicator(), draft.entity(),
                        draft.estimator(), draft.period(), typed.get(index), PreviewRow.Says.of(draft),
                        before == null ? null : PreviewRow.Says.of(before)).write(out));
            } catch (IOException full) {
                throw new UncheckedIOException(full);
            }
        }

        private void keep(int index, Fault fault, RowParser parser) throws IOException {
            if (fault.code().equals("duplicate-key")) {
                twice.put(draftKey(index), new ArrayList<>());
                return;
            }
            if (faulty.getOrDefault(index, List.of()).contains(field(fault))
                    || fault.code().equals("unknown-series") && isUnsaid(index)) {
                return;
            }
            faults.add(told(index, fault, parser));
        }

        private RowFault told(int index, Fault fault, RowParser parser) {
            var column = parser.column(field(fault));
            return new RowFault(rows[index], column, "intake.fault." + fault.code(),
                    List.of(fault.value() == null ? "" : fault.value(), column), fault.value(), fault.sentence());
        }

        private static Field field(Fault fault) {
            return Field.valueOf(fault.field().toUpperCase(java.util.Locale.ROOT));
        }

        /** Whether the row does not say which series it is of, which was told in other words. */
        private boolean isUnsaid(int index) {
            var said = faulty.getOrDefault(index, List.of());
            return said.stream().anyMatch(Set.of(Field.INDICATOR, Field.ENTITY, Field.ESTIMATOR)::contains);
        }

        private String draftKey(int index) {
            var draft = drafts.get(index);
            return draft.indicator() + "/" + draft.entity() + "/" + draft.estimator() + "/" + draft.period();
        }

        /** Of rows for the same place none is better than the others, so none is taken. */
        private void tellTwice(RowParser parser) throws IOException {
            if (twice.isEmpty()) {
                return;
            }
            for (int index = 0; index < drafts.size(); index++) {
                var same = twice.get(draftKey(index));
                if (same != null) {
                    same.add(index);
                }
            }
            for (var same : twice.values()) {
                var numbers = same.stream().limit(6).map(i -> String.valueOf(rows[i])).toList();
                var told = String.join(", ", numbers.subList(0, Math.min(5, numbers.size())))
                        + (numbers.size() > 5 ? ", …" : "");
                for (int index : same) {
                    var draft = drafts.get(index);
                    if (draft.indicator().isBlank() || draft.entity().isBlank() || draft.period().isBlank()) {
                        continue;
                    }
                    standings[index] = (byte) Standing.REFUSED.ordinal();
                    faults.add(new RowFault(rows[index], parser.column(Field.PERIOD), "intake.fault.duplicate-key",
                            List.of(draft.period(), parser.column(Field.PERIOD), told), draft.period(), ""));
                }
            }
        }
    }
}
