package io.raceboard.backup;

import io.raceboard.audit.Audit;
import io.raceboard.audit.AuditKind;
import io.raceboard.ledger.ChangeContent;
import io.raceboard.ledger.Ledger;
import io.raceboard.ledger.Replay;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jooq.autoconfigure.JooqAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is done to a store while the program does not run: {@code rebuild} makes it anew from the journal,
 * {@code restore FILE} from a backup and the journal since, {@code verify FILE} looks whether a backup is whole.
 */
public final class Commands {

    private static final List<String> WORDS = List.of("rebuild", "restore", "verify");

    private final List<String> args;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    private Commands(List<String> args, PrintStream out) {
        this.args = args;
        this.out = out;
    }

    /** Something that ends the command with a sentence. */
    private static final class Refused extends RuntimeException {
        Refused(String why) {
            super(why);
        }
    }

    public static boolean isOne(String[] args) {
        return args.length > 0 && WORDS.contains(args[0]);
    }

    /** @return the status to end with */
    public static int run(String[] args, PrintStream out) {
        try {
            new Commands(Arrays.asList(args), out).run();
            return 0;
        } catch (Refused | JournalMismatch | IllegalStateException why) {
            out.println("Not done. " + why.getMessage());
            return 1;
        } catch (IOException | SQLException failed) {
            out.println("Not done. " + failed);
            return 1;
        }
    }

    private void run() throws IOException, SQLException {
        try (var settings = open(DataFolder.class, List.of())) {
            var data = settings.getBean(DataFolder.class);
            switch (args.getFirst()) {
                case "rebuild" -> rebuild(data);
                case "restore" -> restore(data, file(data));
                default -> verify(data, file(data));
            }
        }
    }

    private Path file(DataFolder data) {
        if (args.size() < 2 || args.get(1).startsWith("--")) {
            throw new Refused("Name the backup: %s FILE. There are %s".formatted(args.getFirst(),
                    new BackupFiles(data.backups(), json).all().stream().map(b -> b.file().toString()).toList()));
        }
        return Path.of(args.get(1)).toAbsolutePath();
    }

    private void verify(DataFolder data, Path file) {
        var wrong = new BackupFiles(data.backups(), json).verify(find(data, file));
        if (!wrong.isEmpty()) {
            throw new Refused(String.join(" ", wrong));
        }
        out.println("The backup is whole: all tables have the rows and hashes that were noted when it was made.");
    }

    private Backup find(DataFolder data, Path file) {
        return new BackupFiles(data.backups(), json).find(file)
                .orElseThrow(() -> new Refused("There is no backup %s with its .json beside it".formatted(file)));
    }

    private void rebuild(DataFolder data) throws IOException, SQLException {
        var journal = journal(data);
        if (journal.survey(false).entries().isEmpty()) {
            throw new Refused("The journal %s holds no changes".formatted(data.journal().orElseThrow()));
        }
        var aside = moveAside(data);
        try (var store = open(Parts.class, List.of("--raceboard.journal=none"))) {
            var replay = store.getBean(Replay.class);
            if (replay.last() > 0) {
                throw new Refused("The store %s is not empty; name an empty one".formatted(data.url().split("[?;]")[0]));
            }
            long changes = replay(journal, 0, replay);
            record(store, "made anew from the %d changes in the journal %s%s".formatted(changes,
                    data.journal().orElseThrow(), aside));
            out.printf("The store is made anew from %d changes; the newest is %d.%n", changes, replay.last());
            out.println("""
                    The journal has data only. Accounts, walls and their links, four-eyes settings, proposals, what was
                    typed and not saved, and the desk's log are not in it: restore a backup (make restore) to have them.
                    The next start prints a link, which works once, to make the first administrator.""");
        }
    }

    /** Into the log of the store as it is now: who did this to it, and where what was there before is. */
    private static void record(ConfigurableApplicationContext store, String deed) {
        store.getBean(Audit.class).record(AuditKind.RESTORE,
                "command line (%s)".formatted(System.getProperty("user.name")), "", "the whole store", deed);
    }

    private void restore(DataFolder data, Path file) throws IOException, SQLException {
        var backup = find(data, file);
        if (data.file().isEmpty()) {
            throw new Refused("Backups are those of the embedded store, and spring.datasource.url names another one");
        }
        if (!BackupFiles.sum(file).equals(backup.sum())) {
            throw new Refused("The backup is not as it was written; take another one");
        }
        var journal = data.journal().isPresent() ? journal(data) : null;
        var aside = moveAside(data);
        try (var store = DriverManager.getConnection(data.url(), "sa", "")) {
            BackupFiles.run(file, store);
            var tables = BackupFiles.tables(store);
            var wrong = backup.tables().entrySet().stream().filter(t -> !t.getValue().equals(tables.get(t.getKey())))
                    .map(Map.Entry::getKey).toList();
            if (!wrong.isEmpty()) {
                throw new Refused("After restoring, these tables differ from the backup: " + wrong);
            }
            try (var end = store.createStatement()) {
                end.execute("shutdown");
            }
        }
        out.printf("The backup of %s is back, %d tables compared.%n", backup.at(), backup.tables().size());
        try (var store = open(Parts.class, List.of("--raceboard.journal=none"))) {
            long changes = 0;
            if (journal != null && !args.contains("--without-journal")) {
                var replay = store.getBean(Replay.class);
                changes = replay(journal, replay.last(), replay);
                out.printf("%d changes since then were taken from the journal; the newest is %d.%n", changes,
                        replay.last());
            }
            record(store, "restored from the backup %s of %s and %d changes since in the journal%s".formatted(
                    file.getFileName(), backup.at(), changes, aside));
        }
        out.println("Accounts, walls, proposals, settings and the desk's log are as they were when the backup was made.");
    }

    private long replay(JournalFiles journal, long after, Replay replay) {
        var count = new AtomicLong();
        replay.write(each -> journal.read(after, (ChangeContent change) -> {
            each.accept(change);
            count.incrementAndGet();
        }));
        return count.get();
    }

    private JournalFiles journal(DataFolder data) {
        return new JournalFiles(data.journal().orElseThrow(() -> new Refused("There is no journal")),
                new JournalLines(json));
    }

    /**
     * Never overwritten: the old file stays beside the new one, under another name.
     *
     * @return words for the log that say so; none where there was no file
     */
    private String moveAside(DataFolder data) throws IOException {
        if (data.file().isEmpty()) {
            return "";
        }
        var file = data.file().get();
        if (!Files.exists(file)) {
            Files.deleteIfExists(StoreSeal.of(file));
            return "";
        }
        refuseIfOpen(file);
        Files.deleteIfExists(StoreSeal.of(file));
        var stamp = Instant.now().toString().substring(0, 19).replace(":", "");
        var aside = file.resolveSibling(file.getFileName().toString().replace(".mv.db", ".before-" + stamp + ".mv.db"));
        Files.move(file, aside);
        out.println("The old store is now " + aside);
        return "; the store before is " + aside.getFileName();
    }

    /** H2 holds a lock on the file of an open store; a damaged one can be moved. */
    private static void refuseIfOpen(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE); var lock = channel.tryLock()) {
            if (lock == null) {
                throw new Refused("The store is in use; stop Raceboard first");
            }
        } catch (OverlappingFileLockException byThisProcess) {
            throw new Refused("The store is in use; stop Raceboard first");
        }
    }

    private ConfigurableApplicationContext open(Class<?> parts, List<String> more) {
        var given = args.stream().filter(a -> a.startsWith("--")).toList();
        return new SpringApplicationBuilder(parts).web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "logging.level.root=warn", "logging.level.io.raceboard=warn")
                .logStartupInfo(false)
                .run(java.util.stream.Stream.concat(given.stream(), more.stream()).toArray(String[]::new));
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class,
            JacksonAutoConfiguration.class})
    @ComponentScan(basePackageClasses = {Ledger.class, Audit.class})
    @Import({DataFolder.class, DigestQueries.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
