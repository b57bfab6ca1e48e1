package io.raceboard.ledger;

import static io.raceboard.db.Tables.ALIAS;
import static io.raceboard.db.Tables.CHANGE;
import static io.raceboard.db.Tables.ENTITY;
import static io.raceboard.db.Tables.ESTIMATOR;
import static io.raceboard.db.Tables.FORM_DRAFT;
import static io.raceboard.db.Tables.INDICATOR;
import static io.raceboard.db.Tables.OBSERVATION;
import static io.raceboard.db.Tables.POLICY_EVENT;
import static io.raceboard.db.Tables.POLICY_EVENT_INDICATOR;
import static io.raceboard.db.Tables.POLICY_EVENT_JURISDICTION;
import static io.raceboard.db.Tables.POLICY_EVENT_SOURCE;
import static io.raceboard.db.Tables.POLICY_EVENT_STATUS;
import static io.raceboard.db.Tables.PROPOSAL;
import static io.raceboard.db.Tables.PROPOSAL_COMMENT;
import static io.raceboard.db.Tables.PROPOSAL_ITEM;
import static io.raceboard.db.Tables.REVISION;
import static io.raceboard.db.Tables.SERIES;
import static io.raceboard.db.Tables.SLUG_MOVE;
import static io.raceboard.db.Tables.SOURCE;
import static io.raceboard.db.Tables.TOPIC;
import static io.raceboard.db.Tables.TOPIC_RULE;
import static io.raceboard.db.Tables.UNIT;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
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
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;

/** A real store, opened and migrated the way the program does it, without anything that reads it. */
public final class TestStore implements AutoCloseable {

    /** What the clock of every test store says. */
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456789Z");

    private final ConfigurableApplicationContext context;

    /** Opened or made at this address; whoever opens it closes it. */
    public static TestStore at(String url, Class<?>... more) {
        return new TestStore(url, more);
    }

    TestStore(String url, Class<?>... more) {
        context = new SpringApplicationBuilder(Parts.class).sources(more).web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off")
                .run("--spring.datasource.url=" + url, "--logging.level.root=warn");
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    }

    /** A migrated store of its own; what is in it stays when it is closed. */
    public static TestStore open(String url) {
        return new TestStore(url);
    }

    public Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    /** Any part of it. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    public DSLContext sql() {
        return context.getBean(DSLContext.class);
    }

    public PlatformTransactionManager transactions() {
        return context.getBean(PlatformTransactionManager.class);
    }

    /**
     * A second ledger on the same store, as another node has one.
     *
     * @param afterFirstLook is run when it has read what is there for the first time
     */
    Ledger anotherNode(Runnable afterFirstLook) {
        var looked = new AtomicBoolean();
        var states = new StateQueries(sql(), context.getBean(EventLinks.class)) {
            @Override
            State read(Batch batch) {
                var state = super.read(batch);
                if (!looked.getAndSet(true)) {
                    afterFirstLook.run();
                }
                return state;
            }
        };
        return new Ledger(states, context.getBean(Writer.class), context.getBean(Renames.class),
                context.getBeanProvider(ChangeWitness.class), context, context.getBean(Clock.class),
                transactions());
    }

    /** A ledger on this store whose changes are seen by this witness. */
    public Ledger ledger(ChangeWitness witness) {
        return new Ledger(context.getBean(StateQueries.class), context.getBean(Writer.class),
                context.getBean(Renames.class), new StaticListableBeanFactory(Map.of("witness", witness))
                .getBeanProvider(ChangeWitness.class), context, context.getBean(Clock.class), transactions());
    }

    WriteProbe probe() {
        return context.getBean(WriteProbe.class);
    }

    /** What was announced after a commit since the store was emptied. */
    public List<ChangeSaved> announced() {
        return context.getBean(Announcements.class).heard;
    }

    @Override
    public void close() {
        context.close();
    }

    public void empty() {
        List.of(PROPOSAL_COMMENT, PROPOSAL_ITEM, PROPOSAL, TOPIC_RULE, FORM_DRAFT)
                .forEach(table -> sql().deleteFrom(table).execute());
        sql().update(ENTITY).setNull(ENTITY.PARENT).execute();
        sql().update(SOURCE).setNull(SOURCE.MERGED_INTO).execute();
        List.of(OBSERVATION, REVISION, ALIAS, SLUG_MOVE, POLICY_EVENT_INDICATOR, POLICY_EVENT_JURISDICTION, POLICY_EVENT_SOURCE,
                        POLICY_EVENT_STATUS, POLICY_EVENT, SERIES, INDICATOR, ESTIMATOR, ENTITY, SOURCE, UNIT, TOPIC, CHANGE)
                .forEach(table -> sql().deleteFrom(table).execute());
        announced().clear();
    }

    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
            TransactionAutoConfiguration.class, FlywayAutoConfiguration.class, JooqAutoConfiguration.class,
            JacksonAutoConfiguration.class})
    @Import({StoreConfiguration.class, Ledger.class, StateQueries.class, EventLinks.class, Writer.class,
            RecordWriter.class, Renames.class, Replay.class, Records.class, WriteProbe.class, Announcements.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.fixed(NOW, ZoneOffset.UTC);
        }
    }

    static class Announcements {

        private final List<ChangeSaved> heard = new CopyOnWriteArrayList<>();

        @TransactionalEventListener
        void hear(ChangeSaved change) {
            heard.add(change);
        }
    }
}
