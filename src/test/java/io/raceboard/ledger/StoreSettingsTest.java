package io.raceboard.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

class StoreSettingsTest {

    /** The engine checks {@code in (...)} constraints with the session that made the table, even after it was closed. */
    @Test
    void aConnectionThatMadeTheTablesIsNeverRetired() throws IOException {
        var pool = pool();
        assertThat(pool.getMaxLifetime()).isZero();
        assertThat(pool.getIdleTimeout()).isZero();
    }

    private static HikariDataSource pool() throws IOException {
        var settings = new YamlPropertySourceLoader().load("settings", new ClassPathResource("application.yml"));
        return new Binder(ConfigurationPropertySources.from(settings))
                .bind("spring.datasource.hikari", HikariDataSource.class).get();
    }
}
