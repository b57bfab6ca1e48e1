package io.raceboard.ledger;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.stereotype.Component;

/**
 * The sessions in which H2 makes the schema, kept open as long as the program runs. H2 2.4.240 lets a condition such as
 * {@code check (status in ('actual', 'estimate'))} work with the session that made it, also after that session has
 * ended, and then refuses every write with "The database has been closed" (h2database #4308, mended after 2.4.240). The
 * pool ends each of its connections within half an hour: a store made by this very process would only be saved to until
 * then. Conditions of a store that was there before belong to H2 itself.
 */
@Component
final class SchemaSessions implements FlywayConfigurationCustomizer, AutoCloseable {

    private final boolean needed;
    private final List<Connection> opened = new ArrayList<>();
    private final Deque<Connection> free = new ArrayDeque<>();

    SchemaSessions(@Value("${spring.datasource.url}") String url) {
        this.needed = url.startsWith("jdbc:h2:");
    }

    @Override
    public void customize(FluentConfiguration flyway) {
        if (needed) {
            var source = DataSourceBuilder.derivedFrom(flyway.getDataSource()).type(SimpleDriverDataSource.class).build();
            flyway.dataSource(new AbstractDataSource() {
                @Override
                public Connection getConnection() throws SQLException {
                    return lent(session(source));
                }

                @Override
                public Connection getConnection(String user, String password) throws SQLException {
                    return getConnection();
                }
            });
        }
    }

    private synchronized Connection session(DataSource source) throws SQLException {
        var session = free.poll();
        if (session == null) {
            session = source.getConnection();
            opened.add(session);
        }
        return session;
    }

    /** Closing it only gives it back. */
    private Connection lent(Connection session) {
        var returned = new boolean[1];
        return (Connection) Proxy.newProxyInstance(SchemaSessions.class.getClassLoader(), new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "close" -> {
                            if (!returned[0]) {
                                returned[0] = true;
                                giveBack(session);
                            }
                            return null;
                        }
                        case "isClosed" -> {
                            return returned[0] || session.isClosed();
                        }
                        default -> {
                            try {
                                return method.invoke(session, arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        }
                    }
                });
    }

    private synchronized void giveBack(Connection session) throws SQLException {
        if (!session.isClosed()) {
            if (!session.getAutoCommit()) {
                session.rollback();
                session.setAutoCommit(true);
            }
            free.add(session);
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        for (var session : opened) {
            session.close();
        }
    }
}
