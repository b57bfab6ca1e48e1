package io.raceboard.review;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A moment on a page of the desk. */
final class When {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'");

    private When() {
    }

    static String text(Instant at) {
        return at.atZone(ZoneOffset.UTC).format(MINUTE);
    }

    static Component of(Instant at) {
        var time = new Element("time").setAttribute("datetime", at.toString()).setText(text(at));
        var span = new Span();
        span.getElement().appendChild(time);
        return span;
    }
}
