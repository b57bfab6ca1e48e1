package io.raceboard.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code POST /demo/change} with the key that {@code make run} made up for this run of the server. Without such a key
 * the address does not exist.
 */
@RestController
@ConditionalOnProperty("raceboard.demo.key")
class DemoController {

    private final DemoChange demo;
    private final byte[] expected;

    DemoController(DemoChange demo, @Value("${raceboard.demo.key}") String key) {
        this.demo = demo;
        this.expected = ("Bearer " + key).getBytes(StandardCharsets.UTF_8);
    }

    @PostMapping("/demo/change")
    ResponseEntity<String> change(@RequestHeader(name = "Authorization", defaultValue = "") String given) {
        if (!MessageDigest.isEqual(expected, given.getBytes(StandardCharsets.UTF_8))) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).body("The key is not the one of this server.\n");
        }
        var done = demo.next();
        return ResponseEntity.ok("%s: %s -> %s%n%s%n".formatted(done.value(), done.before(), done.after(),
                done.test() ? "The same command puts the value back." : "This is the real value again."));
    }
}
