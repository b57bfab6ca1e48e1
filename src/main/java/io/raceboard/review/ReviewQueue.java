package io.raceboard.review;

import com.vaadin.flow.signals.Signal;
import com.vaadin.flow.signals.shared.SharedNumberSignal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** How many proposals wait for a reviewer; every open page of the desk sees it change. */
@Component
public class ReviewQueue {

    private final ReviewQueries queries;
    /** Counts the news; pages that read it in an effect run it again. */
    private final SharedNumberSignal news = new SharedNumberSignal(0);
    private volatile int waiting;

    ReviewQueue(ReviewQueries queries) {
        this.queries = queries;
        this.waiting = queries.waiting();
    }

    /** Changes with every proposal that is added, edited or decided on. */
    public Signal<Double> news() {
        return news.asReadonly();
    }

    public int waiting() {
        return waiting;
    }

    @TransactionalEventListener(fallbackExecution = true)
    synchronized void count(QueueChanged change) {
        waiting = queries.waiting();
        news.incrementBy(1);
    }
}
