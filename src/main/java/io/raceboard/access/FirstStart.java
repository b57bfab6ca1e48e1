package io.raceboard.access;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the first administrator in: from {@code RACEBOARD_ADMIN_USER} and {@code RACEBOARD_ADMIN_PASSWORD}, or else by a
 * one-time link that is printed at each start until somebody has used one. With an account in the store both are left
 * unread.
 */
@Component
class FirstStart implements SmartInitializingSingleton, ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final Accounts accounts;
    private final Environment settings;

    FirstStart(Accounts accounts, Environment settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var name = settings.getProperty("raceboard.admin.user", "");
        var password = settings.getProperty("raceboard.admin.password", "");
        if (name.isBlank() && password.isBlank() || !accounts.isEmpty()) {
            return;
        }
        try {
            accounts.createFirst(name, name, password, "");
        } catch (AccessFault unfit) {
            throw new UnfitAdmin(unfit);
        }
        LOG.info("First start: administrator {} was made from the environment.", name);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        boolean serves = !settings.getProperty("raceboard.practice", Boolean.class, false)
                && !settings.containsProperty("raceboard.verify");
        if (!accounts.isEmpty() || !serves) {
            return;
        }
        LOG.warn("First start: nobody can sign in yet. Make the first administrator with this link, which works once: "
                + "http://localhost:{}/setup/{} (in place of localhost put the name of this server)",
                settings.getProperty("local.server.port", "8080"), accounts.setupLink());
    }
}
