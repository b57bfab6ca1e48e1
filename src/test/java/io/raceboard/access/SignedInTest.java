package io.raceboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where somebody acts, for the log. */
class SignedInTest {

    private final SignedIn signedIn = new SignedIn(new SignIns(null, null, Duration.ofMinutes(1)));

    @BeforeEach
    void aRequest() {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("192.0.2.7");
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
    }

    @AfterEach
    void isOver() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void isTheAddressOfTheRequest() {
        assertThat(signedIn.address()).isEqualTo("192.0.2.7");
    }

    @Test
    void goesWithWorkThatIsDoneOnAnotherThread() {
        assertThat(CompletableFuture.supplyAsync(signedIn::address).join()).isEmpty();
        assertThat(CompletableFuture.supplyAsync(signedIn.elsewhere(signedIn::address)).join()).isEqualTo("192.0.2.7");
    }
}
