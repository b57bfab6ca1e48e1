package io.raceboard.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RescueTest {

    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LATE = Duration.ofHours(1);

    @TempDir
    Path folder;

    @Test
    void whatATestWaitsForIsKilledAndItsThreadInterrupted() {
        var killed = new CompletableFuture<Void>();
        try (var rescue = Rescue.after(SOON, "A test", folder, () -> killed.complete(null))) {
            assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
            assertThat(rescue.came()).isTrue();
        }
        assertThat(killed).isDone();
    }

    @Test
    void aFileSaysWhatEveryThreadWasDoing() {
        try (var rescue = Rescue.after(SOON, "A test", folder, () -> { })) {
            assertThatThrownBy(new CountDownLatch(1)::await).isInstanceOf(InterruptedException.class);
        }
        assertThat(folder.resolve("hung.txt")).content().startsWith("A test").contains("aFileSaysWhatEveryThreadWasDoing");
    }

    @Test
    void aTestThatEndsInTimeIsLeftAlone() {
        var rescue = Rescue.after(LATE, "A test", folder, () -> { });
        rescue.close();
        assertThat(rescue.came()).isFalse();
        assertThat(folder).isEmptyDirectory();
    }
}
