package io.raceboard.browser;

import io.raceboard.Raceboard;
import java.net.URI;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The real application in this process: production front end, a free port, the bundled data in a store in memory. */
public final class RunningApp implements AutoCloseable {

    private static final String BUILT = "META-INF/VAADIN/config/stats.json";

    private final ConfigurableApplicationContext spring;

    private RunningApp(ConfigurableApplicationContext spring) {
        this.spring = spring;
    }

    /** @throws IllegalStateException when the production front end was not built before */
    public static RunningApp start() {
        if (RunningApp.class.getClassLoader().getResource(BUILT) == null) {
            throw new IllegalStateException("The production front end is not built: run `make test` or `mvn verify`");
        }
        return new RunningApp(SpringApplication.run(Raceboard.class, "--server.port=0", "--vaadin.productionMode=true",
                "--raceboard.intake.folder=target/intake/" + UUID.randomUUID(),
                "--spring.datasource.url=jdbc:h2:mem:browser;DB_CLOSE_DELAY=-1"));
    }

    /** @param path path and query, such as {@code /t/power?lang=zh} */
    public URI address(String path) {
        return URI.create("http://localhost:" + spring.getEnvironment().getRequiredProperty("local.server.port"))
                .resolve(path);
    }

    /** A bean of the running application, to write through the ledger while pages are open. */
    public <T> T bean(Class<T> type) {
        return Objects.requireNonNull(spring.getBean(type));
    }

    /** All beans of this type in the running application. */
    public <T> Collection<T> beans(Class<T> type) {
        return spring.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        spring.close();
    }
}
