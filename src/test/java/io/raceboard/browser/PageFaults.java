package io.raceboard.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.ArrayList;
import java.util.List;

/** What the pages of one test complained about: console errors, uncaught exceptions, answers of 400 and above. */
public final class PageFaults {

    private final List<String> faults = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    /** Notes the faults of every page of the context. */
    void watch(BrowserContext context) {
        context.onConsoleMessage(this::note);
        context.onWebError(thrown -> faults.add("uncaught: " + thrown.error()));
        context.onResponse(answer -> {
            if (answer.status() >= 400) {
                faults.add("answer " + answer.status() + ": " + answer.url());
            }
        });
    }

    private void note(ConsoleMessage message) {
        // A failed answer is noted by its own number and address.
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            faults.add("console: " + message.text() + " (" + message.location() + ")");
        }
    }

    /** @param part text that the faults this test provokes contain */
    public void expect(String part) {
        expected.add(part);
    }

    /** The faults that nobody expected, in the order in which they came. */
    List<String> unexpected() {
        return faults.stream().filter(fault -> expected.stream().noneMatch(fault::contains)).toList();
    }
}
