package io.raceboard;

import com.vaadin.flow.component.page.AppShellConfigurator;
import io.raceboard.backup.Commands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Raceboard. */
@SpringBootApplication
public class Raceboard implements AppShellConfigurator {

    static void main(String[] args) {
        if (Commands.isOne(args)) {
            System.exit(Commands.run(args, System.out));
        }
        SpringApplication.run(Raceboard.class, args);
    }
}
