package io.raceboard.access;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import io.raceboard.audit.Caller;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who is signed in and acts in this request. */
@Component
public class SignedIn implements Caller {

    /** On threads that work for a request which has gone on without them. */
    private static final ScopedValue<String> FROM = ScopedValue.newInstance();

    private final SignIns signIns;

    SignedIn(SignIns signIns) {
        this.signIns = signIns;
    }

    /**
     * Who acts, with the rights that the account has now. Ask at every act, and never keep the answer longer.
     *
     * @throws SignInNeeded when nobody is signed in, or has been idle for too long, or was signed out elsewhere; the
     * desk then asks for the password over the page and repeats the click
     */
    public Person person() {
        var signIn = signIn().orElseThrow(SignInNeeded::new);
        signIns.refresh(signIn);
        if (!signIn.counts()) {
            throw new SignInNeeded();
        }
        return signIn.person();
    }

    /** The sign-in of this browser, counting or not. */
    public Optional<SignIn> signIn() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignIn signIn ? Optional.of(signIn)
                : Optional.empty();
    }

    /** Reads the account again, so that {@link SignIn#counts()} and {@link SignIn#person()} say what holds now. */
    public void refresh(SignIn signIn) {
        signIns.refresh(signIn);
    }

    /** The sign-in of this browser goes on after its own person has chosen a new password; all others are over. */
    public void stay() {
        signIn().ifPresent(signIns::goOn);
    }

    /** The network address of who acts; empty where the program itself does. */
    @Override
    public String address() {
        return FROM.isBound() ? FROM.get() : request().map(HttpServletRequest::getRemoteAddr).orElse("");
    }

    /** The same work for another thread: it comes from where it was asked for. */
    public <T> Supplier<T> elsewhere(Supplier<T> work) {
        var from = address();
        return () -> ScopedValue.where(FROM, from).call(work::get);
    }

    /** The same for work without a result. */
    public Runnable elsewhere(Runnable work) {
        var from = address();
        return () -> ScopedValue.where(FROM, from).run(work);
    }

    private static Optional<HttpServletRequest> request() {
        if (VaadinRequest.getCurrent() instanceof VaadinServletRequest vaadin) {
            return Optional.of(vaadin.getHttpServletRequest());
        }
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(here.getRequest()) : Optional.empty();
    }
}
