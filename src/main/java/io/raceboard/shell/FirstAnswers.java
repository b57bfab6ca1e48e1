package io.raceboard.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import io.raceboard.page.Document;
import io.raceboard.page.Gzip;
import io.raceboard.page.Pages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends a public page's very first HTML, packed once, to all who ask for the same, until its data change: no view is made
 * on the server and nothing is compressed again. The first to ask has it from {@link FirstAnswer}, which leaves it here.
 */
@Component
class FirstAnswers extends OncePerRequestFilter {

    private static final String ASKED = Asked.class.getName();
    private static final long MOST_BYTES = 16L << 20;
    /** Versions that nobody reads any more go before the room is needed. */
    private static final Duration UNASKED = Duration.ofMinutes(5);

    private final Pages pages;
    private final Cache<Asked, Answer> answers = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Asked asked, Answer answer) -> answer.gzip.length + asked.length())
            .expireAfterAccess(UNASKED)
            .build();

    /**
     * All that the HTML depends on, besides the data.
     *
     * @param url as the reader sees it, since the page names itself
     */
    private record Asked(String url, @Nullable String query, @Nullable String theme) {

        static Asked in(HttpServletRequest request) {
            return new Asked(request.getRequestURL().toString(), request.getQueryString(),
                    Theme.asked(request).orElse(null));
        }

        int length() {
            return url.length() + (query == null ? 0 : query.length());
        }
    }

    /** @param document what it was made of; gone when {@link Pages} holds it no longer, which has its own limit */
    private record Answer(Address address, WeakReference<Document> document, byte[] gzip) {
    }

    FirstAnswers(Pages pages) {
        this.pages = pages;
    }

    /** @param html all that is sent for this request, with nothing in it that is this reader's own */
    void keep(HttpServletRequest request, Address address, Document document, String html) {
        if (request.getAttribute(ASKED) instanceof Asked asked) {
            answers.put(asked, new Answer(address, new WeakReference<>(document),
                    Gzip.of(html.getBytes(StandardCharsets.UTF_8))));
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isForPage(request)) {
            chain.doFilter(request, response);
            return;
        }
        var asked = Asked.in(request);
        var answer = answers.getIfPresent(asked);
        if (answer == null || pages.document(answer.address) != answer.document.get()) {
            // Further in, the request may have another address.
            request.setAttribute(ASKED, asked);
            chain.doFilter(request, response);
            return;
        }
        // Flow's view comes into this session: without it, two tabs that are opened at once would each begin one.
        request.getSession();
        response.setContentType("text/html;charset=utf-8");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.setContentLength(answer.gzip.length);
        response.getOutputStream().write(answer.gzip);
    }

    /** What is asked for otherwise, Flow answers as it does. */
    private static boolean isForPage(HttpServletRequest request) {
        var into = request.getHeader("Sec-Fetch-Dest");
        return request.getMethod().equals("GET") && Addresses.takesGzip(request)
                && (into == null || into.equals("document"));
    }
}
