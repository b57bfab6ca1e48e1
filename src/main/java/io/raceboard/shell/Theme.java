package io.raceboard.shell;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.web.util.WebUtils;

/** Light or dark, as far as the reader has said so. */
final class Theme {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private Theme() {
    }

    /** The theme that the address names, or that the reader chose before; without one the browser's own applies. */
    static Optional<String> asked(HttpServletRequest request) {
        var chosen = WebUtils.getCookie(request, "raceboard-theme");
        return Stream.of(Optional.ofNullable(request.getParameter("theme")), Optional.ofNullable(chosen).map(Cookie::getValue))
                .flatMap(Optional::stream).filter(THEMES::contains).findFirst();
    }
}
