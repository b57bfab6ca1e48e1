package io.raceboard.wall;

import io.raceboard.catalog.Lang;
import io.raceboard.page.Addresses;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /walls/…}: a wall's document at {@code {key}/{stamp}.html}, the styles of walls, and signs of life from
 * displays that cannot keep a websocket at {@code {key}/beat}.
 */
final class WallFiles extends HttpServlet {

    private static final long serialVersionUID = 1L;
    static final String PREFIX = "/walls";
    private static final Pattern DOCUMENT = Pattern.compile("/([A-Za-z0-9_-]{1,80})/([0-9.]{1,40}|now)\\.html");
    private static final Pattern BEAT = Pattern.compile("/([A-Za-z0-9_-]{1,80})/beat");
    private static final Pattern STYLES = Pattern.compile("/wall-([a-z0-9-]+)\\.css");
    private static final String FOREVER = "max-age=31536000, immutable";
    private static final int LONGEST_BEAT = 16_384;
    private static final byte[] NO_BEAT = "This is no sign of life of a display.\n".getBytes(StandardCharsets.UTF_8);

    private final transient Walls walls;
    private final transient WallDocuments documents;
    private final transient DisplayTalk talk;
    private final transient FrontEnd frontEnd;

    WallFiles(Walls walls, WallDocuments documents, DisplayTalk talk, FrontEnd frontEnd) {
        this.walls = walls;
        this.documents = documents;
        this.talk = talk;
        this.frontEnd = frontEnd;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = path(request);
        var styles = STYLES.matcher(path);
        if (styles.matches()) {
            boolean ours = styles.group(1).equals(frontEnd.build());
            send(response, 200, "text/css;charset=UTF-8", ours ? "public, " + FOREVER : "no-store", frontEnd.styles());
            return;
        }
        var document = DOCUMENT.matcher(path);
        if (!document.matches()) {
            WallGate.nothing(response);
            return;
        }
        var entrance = walls.enter(document.group(1));
        if (entrance.isEmpty()) {
            WallGate.nothing(response);
            return;
        }
        var asked = request.getParameter("lang");
        var lang = asked == null ? entrance.get().wall().lang() : Lang.of(asked).orElse(entrance.get().wall().lang());
        var now = documents.document(entrance.get().wall(), lang);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("X-Stamp", now.stamp());
        // Private: whether the key still opens the wall is asked again by everybody.
        var keep = now.stamp().equals(document.group(2)) ? "private, " + FOREVER : "no-store";
        if (Addresses.takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            send(response, 200, "text/html;charset=UTF-8", keep, now.gzip());
        } else {
            send(response, 200, "text/html;charset=UTF-8", keep, now.html().getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = BEAT.matcher(path(request));
        if (!path.matches()) {
            WallGate.nothing(response);
            return;
        }
        if (walls.enter(path.group(1)).isEmpty()) {
            WallGate.nothing(response);
            return;
        }
        var body = request.getInputStream().readNBytes(LONGEST_BEAT + 1);
        var beat = body.length > LONGEST_BEAT ? Optional.<Beat>empty()
                : WallLine.beat(new String(body, StandardCharsets.UTF_8));
        if (beat.isEmpty()) {
            send(response, 400, "text/plain;charset=UTF-8", "no-store", NO_BEAT);
            return;
        }
        var answer = talk.heard(path.group(1), beat.get(), null).orElse(DisplayMessages.GONE);
        send(response, 200, "application/json", "no-store", answer.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands behind {@code /walls}. */
    private static String path(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.startsWith(PREFIX) ? path.substring(PREFIX.length()) : "";
    }

    private static void send(HttpServletResponse response, int status, String type, String keep, byte[] bytes)
            throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cache-Control", keep);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
