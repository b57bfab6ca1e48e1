package io.raceboard.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.ledger.Engine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The process that writes is killed without warning, again and again: nothing that was confirmed is lost, no change is
 * there by half, the store can be written again at once, and the journal says the same as the store. Few rounds here;
 * {@code make crash ROUNDS=100} does many.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);

    @TempDir
    private Path folder;

    private record Found(int last, int changes, List<Long> broken) {
    }

    @Test
    void anEmbeddedStoreLosesNothing() throws Exception {
        kill("jdbc:h2:file:" + folder.resolve("store") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE", "sa");
    }

    @Test
    void aPostgresLosesNothing() throws Exception {
        try (var server = Engine.postgres()) {
            kill(server.getJdbcUrl("postgres", "postgres"), "postgres");
        }
    }

    private void kill(String url, String user) throws Exception {
        var random = new Random(20261122);
        int next = 1;
        int confirmed = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            int inThisRound = writeUntilKilled(url, next, 150 + random.nextInt(1350));
            assertThat(inThisRound).as("saves confirmed in round %d", round).isGreaterThanOrEqualTo(next);
            confirmed = inThisRound;
            var found = look(url, user);
            assertThat(found.broken()).as("changes by half, round %d", round).isEmpty();
            assertThat(found.last()).as("the newest save, round %d", round).isBetween(confirmed, confirmed + 1);
            next = found.last() + 1;
        }
        // the last kill, too, is put right by the next start
        writeUntilKilled(url, next, 300);
        var journal = new JournalFiles(folder.resolve("journal"), new JournalLines(JsonMapper.builder().build()))
                .survey(true);
        var found = look(url, user);
        assertThat(journal.entries().size()).isBetween(found.changes(), found.changes() + 1);
        System.out.printf("%s: %d kills, %d saves confirmed, none lost%n", url.split(":")[1], ROUNDS, confirmed);
    }

    /** @return the last number confirmed */
    private int writeUntilKilled(String url, int first, int millis) throws IOException, InterruptedException {
        var writer = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-Xmx256m", "-cp", System.getProperty("java.class.path"),
                CrashWriter.class.getName(), url, folder.resolve("journal").toString(), String.valueOf(first))
                .redirectErrorStream(true).start();
        var said = new ArrayList<String>();
        var last = new AtomicInteger();
        try (var lines = new BufferedReader(new InputStreamReader(writer.getInputStream(), StandardCharsets.UTF_8))) {
            boolean running = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("confirmed ")) {
                    last.set(Integer.parseInt(line.substring(10)));
                    if (!running) {
                        running = true;
                        Thread.ofVirtual().start(() -> {
                            try {
                                Thread.sleep(millis);
                            } catch (InterruptedException ended) {
                                Thread.currentThread().interrupt();
                            }
                            // not by the process itself, which would close what it has said and was not read yet
                            writer.toHandle().destroyForcibly();
                        });
                    }
                } else {
                    said.add(line);
                }
            }
            writer.destroyForcibly().waitFor(60, TimeUnit.SECONDS);
            assertThat(running).as("it wrote; otherwise it said %s", said).isTrue();
        }
        return last.get();
    }

    private static Found look(String url, String user) throws SQLException {
        try (var store = DriverManager.getConnection(url, user, "")) {
            var broken = new ArrayList<Long>();
            try (var query = store.createStatement(); var rows = query.executeQuery("""
                    select c.id, count(o.id)
                    from change c left join observation o on o.change_id = c.id
                    where c.id > (select min(id) from change) group by c.id having count(o.id) <> 3""")) {
                while (rows.next()) {
                    broken.add(rows.getLong(1));
                }
            }
            try (var query = store.createStatement(); var rows = query.executeQuery("""
                    select count(*), coalesce(max(amount), 0), coalesce(min(amount), 0) from observation o
                    join series s on s.id = o.series_id join indicator i on i.id = s.indicator_id
                    where o.current_mark = 1 and i.slug = 'solar'""")) {
                rows.next();
                assertThat(rows.getInt(2)).as("both values are of the same save").isEqualTo(rows.getInt(3));
                int last = rows.getInt(2);
                try (var counting = store.createStatement();
                        var changes = counting.executeQuery("select count(*) from change")) {
                    changes.next();
                    return new Found(last, changes.getInt(1), broken);
                }
            }
        }
    }
}
