package io.raceboard.publish;

import io.raceboard.page.Addresses;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code GET /data/{slug}/{version}.json?{view}&lang=}: a chart's data. A servlet of its own, since a page asks for
 * several of these files and everything a controller would add is more work than the answer.
 */
final class ChartFileServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern PATH = Pattern.compile("/([A-Za-z0-9._-]+)/([0-9.]{1,28})\\.json");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    /** A version that is not the current one is answered with the current data, which nobody may keep. */
    private static final String NOT_TO_BE_KEPT = "no-store";

    private final transient ChartFiles files;

    ChartFileServlet(ChartFiles files) {
        this.files = files;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var path = PATH.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
        if (!path.matches()) {
            missing(response, "A chart file is at /data/{indicator}/{version}.json", request.getRequestURI());
            return;
        }
        var query = request.getQueryString() == null ? "" : request.getQueryString();
        var now = files.now(path.group(1));
        if (!now.equals(path.group(1))) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Cache-Control", "no-cache");
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Location", "/data/" + now + "/" + path.group(2) + ".json"
                    + (query.isEmpty() ? "" : "?" + query));
            return;
        }
        var file = files.find(path.group(1), query, () -> params(request));
        if (file.isEmpty()) {
            missing(response, "There is no indicator " + path.group(1), request.getRequestURI());
            return;
        }
        write(file.get(), path.group(2), request, response);
    }

    private static Map<String, String> params(HttpServletRequest request) {
        var params = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> params.put(name, String.join(",", values)));
        return params;
    }

    private static void write(ChartFile file, String asked, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean gzip = Addresses.takesGzip(request);
        var etag = gzip ? file.etag() : file.plainEtag();
        response.setHeader("ETag", etag);
        response.setHeader("Vary", "Accept-Encoding");
        response.setHeader("Cache-Control", file.stamp().equals(asked) ? FOREVER : NOT_TO_BE_KEPT);
        response.setHeader("Access-Control-Allow-Origin", "*");
        if (etag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType("application/json");
        if (gzip) {
            response.setHeader("Content-Encoding", "gzip");
        }
        var bytes = gzip ? file.gzip() : file.plain();
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** RFC 9457. The instance is the address as sent, which is still percent-encoded and so cannot end the string. */
    private static void missing(HttpServletResponse response, String detail, String instance) throws IOException {
        var problem = """
                {"type":"about:blank","title":"Not found","status":404,"detail":"%s","instance":"%s"}"""
                .formatted(detail, instance.replace("\\", "%5C").replace("\"", "%22")).getBytes(StandardCharsets.UTF_8);
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("application/problem+json");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(problem.length);
        response.getOutputStream().write(problem);
    }
}
