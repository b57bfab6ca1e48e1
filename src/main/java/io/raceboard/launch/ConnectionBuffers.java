package io.raceboard.launch;

import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Lets the buffers of connections go when these have ended. The web server would keep those of as many connections as
 * were ever open at once, up to a thirty-second of the greatest heap: a thousand displays that have gone left 16 MB.
 */
@Component
class ConnectionBuffers implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> {

    /** Pairs of buffers kept for the next connections, 16 KiB each. */
    private static final String KEPT = "100";

    @Override
    public void customize(ConfigurableTomcatWebServerFactory server) {
        server.addConnectorCustomizers(connector -> {
            if (!connector.setProperty("socket.bufferPool", KEPT)) {
                throw new IllegalStateException("The web server no longer knows socket.bufferPool");
            }
        });
    }
}
