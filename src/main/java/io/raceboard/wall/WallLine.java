package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Gzip;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.websocket.CloseReason;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.Extension;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerContainer;
import jakarta.websocket.server.ServerEndpointConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The line to a display: a websocket that carries versions of its wall, and commands. The framework's own push would make
 * a message anew for every display under the lock of its session; here a thousand screens get the same bytes, packed once.
 */
final class WallLine extends Endpoint {

    static final String PATH = "/walls/line";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_BEAT = 16_384;
    /** Displays say something every few seconds; one that says nothing for this long is gone. */
    private static final long IDLE_MS = 60_000;

    private final DisplayTalk talk;

    WallLine(DisplayTalk talk) {
        this.talk = talk;
    }

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.setMaxIdleTimeout(IDLE_MS);
        session.setMaxTextMessageBufferSize(LONGEST_BEAT);
        var key = parameter(session, "key");
        var lang = Lang.of(parameter(session, "lang")).orElse(null);
        var outlet = new Outlet(session, parameter(session, "takes").equals("gzip"));
        session.getUserProperties().put("outlet", outlet);
        var hello = talk.opened(key, parameter(session, "id"), parameter(session, "page"), lang, outlet);
        outlet.send(new Said(hello.orElse(DisplayMessages.GONE)));
        if (hello.isEmpty()) {
            outlet.close();
            return;
        }
        session.addMessageHandler(new Ear(talk, key, outlet));
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
        if (session.getUserProperties().get("outlet") instanceof Outlet outlet) {
            talk.left(outlet);
        }
    }

    @Override
    public void onError(Session session, Throwable fault) {
        onClose(session, new CloseReason(CloseReason.CloseCodes.CLOSED_ABNORMALLY, null));
    }

    private static String parameter(Session session, String name) {
        return session.getRequestParameterMap().getOrDefault(name, List.of("")).getFirst();
    }

    /** Empty for what is no sign of life at all. */
    static Optional<Beat> beat(String json) {
        try {
            return Optional.ofNullable(JSON.readValue(json, Beat.class)).filter(b -> b.id() != null);
        } catch (JacksonException malformed) {
            return Optional.empty();
        }
    }

    /** Hears what the display says. */
    private record Ear(DisplayTalk talk, String key, Outlet outlet) implements MessageHandler.Whole<String> {

        @Override
        public void onMessage(String message) {
            beat(message).ifPresent(beat -> talk.heard(key, beat, outlet)
                    .ifPresentOrElse(answer -> outlet.send(new Said(answer)), () -> {
                        outlet.send(new Said(DisplayMessages.GONE));
                        outlet.close();
                    }));
        }
    }

    /** A message as it goes out; one serves any number of displays. */
    sealed interface Frame {

        void go(RemoteEndpoint.Async remote, SendHandler sent);
    }

    record Said(String text) implements Frame {

        @Override
        public void go(RemoteEndpoint.Async remote, SendHandler sent) {
            remote.sendText(text, sent);
        }
    }

    /** A version of the whole wall, packed once for all who get it. */
    record Version(ByteBuffer packed) implements Frame {

        static Version of(String text) {
            return new Version(ByteBuffer.wrap(Gzip.of(text.getBytes(StandardCharsets.UTF_8))).asReadOnlyBuffer());
        }

        @Override
        public void go(RemoteEndpoint.Async remote, SendHandler sent) {
            remote.sendBinary(packed.duplicate(), sent);
        }
    }

    /**
     * Sends one message after the other without waiting. A version that could not go out yet makes room for a newer one; a
     * display that takes nothing else either is cut off.
     */
    static final class Outlet {

        private static final int MOST_WAITING = 64;

        private final Session session;
        /** Whether the display can unpack what it gets. */
        private final boolean unpacks;
        /** The display whose line this is; null while its name is another's. */
        volatile @Nullable Display owner;
        private final Deque<Frame> waiting = new ArrayDeque<>(2);
        private boolean sending;

        Outlet(Session session, boolean unpacks) {
            this.session = session;
            this.unpacks = unpacks;
        }

        boolean unpacks() {
            return unpacks;
        }

        boolean isOpen() {
            return session.isOpen();
        }

        synchronized void send(Frame message) {
            if (message instanceof Version) {
                waiting.removeIf(Version.class::isInstance);
            }
            if (waiting.size() >= MOST_WAITING) {
                close();
                return;
            }
            waiting.add(message);
            if (!sending) {
                next();
            }
        }

        private synchronized void next() {
            var message = waiting.poll();
            sending = message != null && session.isOpen();
            if (message != null && sending) {
                try {
                    message.go(session.getAsyncRemote(), sent -> next());
                } catch (IllegalStateException | IllegalArgumentException closed) {
                    sending = false;
                }
            }
        }

        void close() {
            Thread.startVirtualThread(() -> {
                try {
                    session.close();
                } catch (IOException | IllegalStateException gone) {
                    // It is gone already.
                }
            });
        }
    }

    /** Puts the line at its address when the web server is up. */
    @Configuration
    static class Place {

        @Bean
        ServletListenerRegistrationBean<ServletContextListener> wallLine(DisplayTalk talk) {
            return new ServletListenerRegistrationBean<>(new ServletContextListener() {
                @Override
                public void contextInitialized(ServletContextEvent event) {
                    var container = (ServerContainer) event.getServletContext()
                            .getAttribute(ServerContainer.class.getName());
                    if (container == null) {
                        throw new IllegalStateException("The web server has no websockets");
                    }
                    try {
                        container.addEndpoint(ServerEndpointConfig.Builder.create(WallLine.class, PATH)
                                .configurator(new ServerEndpointConfig.Configurator() {
                                    /** What is large is packed already, once for all and not once for each. */
                                    @Override
                                    public List<Extension> getNegotiatedExtensions(List<Extension> installed,
                                            List<Extension> requested) {
                                        return List.of();
                                    }

                                    @Override
                                    @SuppressWarnings("unchecked")
                                    public <T> T getEndpointInstance(Class<T> type) {
                                        return (T) new WallLine(talk);
                                    }
                                }).build());
                    } catch (DeploymentException refused) {
                        throw new IllegalStateException(refused);
                    }
                }
            });
        }
    }
}
