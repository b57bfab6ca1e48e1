package io.raceboard.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in words why the first administrator was refused. */
class UnfitAdminAnalyzer extends AbstractFailureAnalyzer<UnfitAdmin> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitAdmin unfit) {
        var password = unfit.why().field().equals("password");
        return new FailureAnalysis(
                password ? "RACEBOARD_ADMIN_PASSWORD is too easy to guess or of the wrong length."
                        : "RACEBOARD_ADMIN_USER cannot be a sign-in name.",
                password ? "Give at least %d characters (at most 72 bytes), such as four unrelated words."
                        .formatted(Passwords.LEAST)
                        : "Use 2 to 60 of the letters a to z, digits and . _ @ + -, beginning with a letter or digit.",
                root);
    }
}
