package io.raceboard.launch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/**
 * Ready means: the store can be read and written. Written is tried in a transaction that is then rolled back, so that
 * asking every few seconds neither changes nor grows the store; the room left on its disk is looked up.
 */
@Component("store")
class StoreHealth extends AbstractHealthIndicator {

    private static final String FILE_STORE = "jdbc:h2:file:";
    private static final long LEAST_ROOM = 50L << 20;

    private final DataSource store;
    private final String url;

    StoreHealth(DataSource store, @Value("${spring.datasource.url:}") String url) {
        super("The store cannot be read or written");
        this.store = store;
        this.url = url;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) throws Exception {
        try (var connection = store.getConnection()) {
            tryToWrite(connection);
        }
        if (url.startsWith(FILE_STORE) && room() < LEAST_ROOM) {
            health.down().withDetail("reason", "The disk of the store is nearly full");
            return;
        }
        health.up();
    }

    private static void tryToWrite(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var write = connection.createStatement()) {
            write.executeUpdate("insert into write_probe (written_at) values (current_timestamp)");
        } finally {
            connection.rollback();
        }
    }

    private long room() throws Exception {
        var file = Path.of(url.substring(FILE_STORE.length()).split(";", 2)[0]).toAbsolutePath();
        return Files.getFileStore(file.getParent()).getUsableSpace();
    }
}
