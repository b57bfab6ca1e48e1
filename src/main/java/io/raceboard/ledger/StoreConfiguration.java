package io.raceboard.ledger;

import org.jooq.conf.RenderQuotedNames;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How SQL is written so that H2 and PostgreSQL both understand it. */
@Configuration
class StoreConfiguration {

    /** H2 keeps unquoted names in upper case, PostgreSQL in lower case: so names are never quoted. */
    @Bean
    DefaultConfigurationCustomizer plainNames() {
        return configuration -> configuration.settings()
                .withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED);
    }
}
