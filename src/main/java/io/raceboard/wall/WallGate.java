package io.raceboard.wall;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Stands before every wall: an address that opens nothing is answered here, always with the same bytes, before there is
 * a session, a query or a template.
 */
final class WallGate extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "/wall/";
    private static final String WORKER = "sw.js";
    /** Which wall an address opens. */
    private static final String WALL = "X-Raceboard-Wall";

    /** The same for what never was and what is no more. */
    private static final byte[] NOTHING = """
            <!DOCTYPE html>
            <html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><meta http-equiv="refresh" content="900">
            <title>Raceboard</title>
            <style>html{background:#0d1114;color:#b4bfc9;font:500 clamp(1rem,3vw,4rem)/1.5 system-ui,sans-serif}
            body{display:grid;place-content:center;min-height:100vh;margin:0;padding:6vw;box-sizing:border-box}
            p{margin:.2em 0}</style>
            <p>This address opens no wall.</p><p lang="zh-Hans">此地址没有对应的看板墙。</p></html>
            """.getBytes(StandardCharsets.UTF_8);

    private final transient Walls walls;
    private final transient FrontEnd frontEnd;
    private final WallFiles files;

    WallGate(Walls walls, FrontEnd frontEnd, WallFiles files) {
        this.walls = walls;
        this.frontEnd = frontEnd;
        this.files = files;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var key = request.getRequestURI().substring(request.getContextPath().length());
        if (key.startsWith(WallFiles.PREFIX + "/")) {
            // Asked for by every display at every change: straight to the answer, past all that guards the desk.
            if (key.equals(WallLine.PATH)) {
                chain.doFilter(request, response);
            } else {
                files.service(request, response);
            }
            return;
        }
        key = key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : "";
        if (key.equals(WORKER)) {
            response.setContentType("text/javascript;charset=UTF-8");
            response.setHeader("Cache-Control", "no-cache");
            response.getOutputStream().write(frontEnd.worker());
            return;
        }
        var entrance = walls.enter(key);
        if (entrance.isPresent()) {
            response.setHeader(WALL, entrance.get().wall().slug());
            // The address may be a secret, and it must not be indexed or passed on.
            response.setHeader("Referrer-Policy", "no-referrer");
            response.setHeader("X-Robots-Tag", "noindex");
            chain.doFilter(request, response);
        } else {
            nothing(response);
        }
    }

    /** Says with a mark that there is no wall: a proxy whose server is away may answer 404, too, and means nothing by it. */
    static void nothing(HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setHeader(WALL, "none");
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentLength(NOTHING.length);
        response.getOutputStream().write(NOTHING);
    }

    /** Puts the gate before everything else that looks at a request. */
    @Configuration
    static class Place {

        @Bean
        FilterRegistrationBean<WallGate> wallGate(Walls walls, WallDocuments documents, DisplayTalk talk,
                FrontEnd frontEnd) {
            var gate = new FilterRegistrationBean<>(new WallGate(walls, frontEnd,
                    new WallFiles(walls, documents, talk, frontEnd)));
            gate.addUrlPatterns(PREFIX + "*", WallFiles.PREFIX + "/*");
            gate.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
            return gate;
        }
    }
}
