package io.raceboard.page;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Pages as documents at addresses that hold their version: what open pages fetch after a change or a click. The address
 * is {@code /live/{stamp}} followed by the page's own path and parameters.
 */
@RestController
class LiveFiles {

    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Pages pages;

    LiveFiles(Pages pages) {
        this.pages = pages;
    }

    @GetMapping({"/live/{stamp}", "/live/{stamp}/**"})
    ResponseEntity<byte[]> document(@PathVariable String stamp, HttpServletRequest request) {
        var document = pages.document(address(stamp, request));
        if (document.page().status() == 500) {
            // Whoever shows an earlier version keeps it and asks again.
            return ResponseEntity.internalServerError().cacheControl(CacheControl.noStore()).build();
        }
        var etag = "\"" + document.stamp() + "\"";
        var headers = new HttpHeaders();
        headers.setContentType(HTML);
        headers.setETag(etag);
        headers.setVary(java.util.List.of(HttpHeaders.ACCEPT_ENCODING));
        // Only the version that was asked for may be kept; a later one is just the best answer to an old question.
        headers.setCacheControl(document.stamp().equals(stamp)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noStore());
        if (etag.equals(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            return ResponseEntity.status(304).headers(headers).build();
        }
        if (Addresses.takesGzip(request)) {
            headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
            return ResponseEntity.ok().headers(headers).body(document.gzip());
        }
        return ResponseEntity.ok().headers(headers).body(document.body().getBytes(StandardCharsets.UTF_8));
    }

    private static Address address(String stamp, HttpServletRequest request) {
        return Addresses.of(request.getRequestURI().substring(("/live/" + stamp).length()), request.getParameterMap());
    }
}
