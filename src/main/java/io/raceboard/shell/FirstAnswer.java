package io.raceboard.shell;

import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import io.raceboard.catalog.Lang;
import io.raceboard.page.Address;
import io.raceboard.page.Addresses;
import io.raceboard.page.Document;
import io.raceboard.page.Pages;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Writes the page itself into the very first HTML, before any script has run: it paints at once, and crawlers and
 * {@code curl} read what readers see. The live region adopts it when it is up.
 */
@Component
class FirstAnswer implements VaadinServiceInitListener {

    private static final String BUILD = "/VAADIN/build/";

    /** Where no frame is painted, as in the background, the script is not waited with. */
    private static final String AFTER_THE_FIRST_FRAME = """
            (() => {
              let begun = false;
              const begin = () => {
                if (begun) return;
                begun = true;
                const script = document.createElement('script');
                Object.assign(script, { type: 'module', crossOrigin: '', src: '%s' });
                document.head.append(script);
              };
              if (document.hidden) begin();
              requestAnimationFrame(() => setTimeout(begin));
              setTimeout(begin, 500);
            })();""";

    private final Pages pages;
    private final FirstAnswers shared;
    /** The bundled style sheet; null in development, where nothing is bundled. */
    private final @Nullable String styles;

    /** @throws IOException when the program's own files cannot be read */
    FirstAnswer(Pages pages, FirstAnswers shared, ResourcePatternResolver files) throws IOException {
        this.pages = pages;
        this.shared = shared;
        var bundled = files.getResources("classpath*:META-INF/VAADIN/webapp" + BUILD + "indexhtml-*.css");
        this.styles = bundled.length == 1 ? bundled[0].getContentAsString(StandardCharsets.UTF_8) : null;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(response -> {
            theme(response);
            if (isPublic(response.getVaadinRequest())) {
                write(response);
            } else {
                begin(response);
            }
        });
    }

    /** Whether this is an address of the board: those of the desk, of signing in and of walls are views of their own. */
    private static boolean isPublic(VaadinRequest request) {
        var path = request.getPathInfo() == null ? "" : request.getPathInfo().replaceFirst("^/", "");
        var target = RouteConfiguration.forApplicationScope().getHandledRegistry().getNavigationRouteTarget(path);
        return target.getRouteTarget() == null || target.getRouteTarget().getTarget() == ReadingView.class;
    }

    private static void theme(IndexHtmlResponse response) {
        var html = response.getDocument().selectFirst("html");
        Theme.asked((VaadinServletRequest) response.getVaadinRequest())
                .filter(theme -> !html.hasAttr("data-place"))
                .ifPresent(theme -> html.attr("data-theme", theme));
    }

    /** A view of its own is for those who may see it: nothing of it is written before the router has let them in. */
    private static void begin(IndexHtmlResponse response) {
        var html = response.getDocument();
        var lang = Lang.of(String.valueOf(response.getVaadinRequest().getParameter("lang"))).orElse(Lang.EN);
        html.selectFirst("html").attr("lang", lang.htmlTag());
        html.title("Raceboard");
        html.head().appendElement("meta").attr("name", "robots").attr("content", "noindex");
        // Flow's own is relative, and browsers resolve it anew after each step to another depth: desk/desk/...
        html.head().selectFirst("base").attr("href", response.getVaadinRequest().getContextPath() + "/");
    }

    private void write(IndexHtmlResponse response) {
        var request = (VaadinServletRequest) response.getVaadinRequest();
        var address = Addresses.of(request.getPathInfo() == null ? "/" : request.getPathInfo(), request.getParameterMap());
        var page = pages.at(address);
        if (page.hasMoved()) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            var asked = request.getQueryString();
            response.getVaadinResponse().setHeader("Location",
                    page.canonical().path() + (asked == null ? "" : "?" + asked));
            // the name may be given back
            response.getVaadinResponse().setHeader("Cache-Control", "no-cache");
        }
        var document = pages.document(address);
        if (document.page().status() != 200) {
            response.getVaadinResponse().setStatus(document.page().status());
        }
        var html = response.getDocument();
        html.selectFirst("html").attr("lang", address.lang().htmlTag());
        html.title(pages.title(address));
        head(html.head(), document, site(request));
        style(html.head());
        // Raw: the document is escaped already, and parsing it again would cost more than making it.
        html.body().prependChild(new DataNode(document.body()));
        paintFirst(html.head(), html.body());
        // Nothing on these pages is posted; with it the page would be one reader's own.
        html.head().select("meta[name^=_csrf]").remove();
        boolean stays = !page.hasMoved() && document.canonical().path().equals(page.canonical().path());
        if (styles != null && document.page().status() == 200 && stays) {
            shared.keep(request, address, document, html.html());
        }
    }

    private void head(Element head, Document document, String site) {
        var canonical = document.canonical();
        head.appendElement("meta").attr("name", "description").attr("content", document.page().description());
        head.appendElement("link").attr("rel", "canonical").attr("href", site + canonical.href());
        for (var lang : Lang.values()) {
            head.appendElement("link").attr("rel", "alternate").attr("hreflang", lang.htmlTag())
                    .attr("href", site + canonical.in(lang).href());
        }
        head.appendElement("meta").attr("property", "og:title").attr("content", document.page().title());
        head.appendElement("meta").attr("property", "og:description").attr("content", document.page().description());
        if (document.page().status() != 200) {
            head.appendElement("meta").attr("name", "robots").attr("content", "noindex");
        }
        var jsonLd = document.page().jsonLd();
        if (jsonLd != null) {
            head.appendElement("script").attr("type", "application/ld+json")
                    .appendChild(new DataNode(jsonLd.replace("</", "<\\/")));
        }
    }

    /** The page paints without waiting for anything else: 10 kB more, compressed, for one request less. */
    private void style(Element head) {
        var link = head.selectFirst("link[rel=stylesheet][href*=" + BUILD + "]");
        if (styles != null && link != null) {
            link.before(new Element("style").appendChild(new DataNode(styles)));
            // Not fetched, but the scripts that need it see that it is there.
            link.attr("disabled", true);
        }
    }

    /**
     * Has the script of the page fetched when there is something to read: fetched, compiled and run before, it would take a
     * third longer until then, and the charts would not be there any sooner.
     */
    private static void paintFirst(Element head, Element body) {
        var script = head.selectFirst("script[type=module][src*=" + BUILD + "]");
        if (script != null) {
            script.remove();
            body.prependElement("script").appendChild(new DataNode(AFTER_THE_FIRST_FRAME.formatted(script.attr("src"))));
        }
    }

    /** Scheme, host and port as the reader sees them; behind a proxy see {@code server.forward-headers-strategy}. */
    private static String site(VaadinServletRequest request) {
        var url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
