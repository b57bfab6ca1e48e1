package io.raceboard.access;

import com.vaadin.flow.server.HandlerHelper.RequestType;
import com.vaadin.flow.shared.ApplicationConstants;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the account at every request of somebody who is signed in: what was taken away is gone with the next click. */
class FreshRights extends OncePerRequestFilter {

    private static final int A_DAY = 24 * 60 * 60;

    private final SignIns signIns;

    FreshRights(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignIn signIn) {
            look(signIn, request);
        }
        chain.doFilter(request, response);
    }

    private void look(SignIn signIn, HttpServletRequest request) {
        var asked = request.getParameter(ApplicationConstants.REQUEST_TYPE_PARAMETER);
        if (RequestType.HEARTBEAT.getIdentifier().equals(asked) || RequestType.PUSH.getIdentifier().equals(asked)) {
            return;
        }
        signIns.refresh(signIn);
        var session = request.getSession(false);
        if (session != null && session.getMaxInactiveInterval() < A_DAY) {
            // How long a sign-in counts is ours to say; a laptop that was closed finds its page as it was.
            session.setMaxInactiveInterval(A_DAY);
        }
        if (asked != null) {
            return;
        }
        if (signIn.counts()) {
            signIn.act();
        } else {
            // A new page begins with signing in; an open one asks over what was typed.
            SecurityContextHolder.clearContext();
        }
    }
}
