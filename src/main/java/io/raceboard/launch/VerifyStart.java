package io.raceboard.launch;

import io.raceboard.audit.Audit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/**
 * With {@code --raceboard.verify=audit} the program computes every hash of the log anew and ends: with status 0 when the
 * log is as it was written, else with 1 and the number of the first entry that is not.
 */
@Component
class VerifyStart implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(VerifyStart.class);

    private final Audit audit;

    VerifyStart(Audit audit) {
        this.audit = audit;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        if (!"audit".equals(context.getEnvironment().getProperty("raceboard.verify"))) {
            return;
        }
        var found = audit.verify();
        found.fault().ifPresentOrElse(
                fault -> LOG.error("The log is broken: {}. The {} entries before are whole.", fault, found.entries()),
                () -> LOG.info("The log is whole: {} entries, the last with hash {}.", found.entries(), found.hash()));
        System.exit((found.fault().isPresent() ? 1 : 0) + SpringApplication.exit(context));
    }
}
