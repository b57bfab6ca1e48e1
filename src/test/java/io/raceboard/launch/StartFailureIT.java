package io.raceboard.launch;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.browser.ServerProcess;
import io.raceboard.browser.ServerProcess.Ended;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program where it cannot start: it ends, says why in one line, and leaves the store alone. */
class StartFailureIT {

    @TempDir
    private Path folder;

    @Test
    void aPortThatIsTakenIsNoticedBeforeTheStoreIsOpened() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var ended = ServerProcess.startInVain(taken.getLocalPort(), folder);
            saysInOneLine(ended, "Port " + taken.getLocalPort() + " was already in use");
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void aStoreThatAnotherProcessHasOpenIsNotTouched() throws Exception {
        var store = Files.write(folder.resolve("raceboard.mv.db"), new byte[8192]);
        try (var other = FileChannel.open(store, StandardOpenOption.WRITE); var lock = other.lock()) {
            var ended = ServerProcess.startInVain(ServerProcess.freePort(), folder);
            saysInOneLine(ended, "is in use by another process");
            assertThat(lock.isValid()).isTrue();
        }
        assertThat(store).hasBinaryContent(new byte[8192]);
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws Exception {
        var file = Files.writeString(folder.resolve("data"), "a file, not a folder");
        var ended = ServerProcess.startInVain(ServerProcess.freePort(), file);
        saysInOneLine(ended, file.toString());
        assertThat(file).hasContent("a file, not a folder");
    }

    private static void saysInOneLine(Ended ended, String why) {
        assertThat(ended.exit()).as("exit value").isNotZero();
        assertThat(ended.lines()).filteredOn(line -> line.contains("Raceboard does not start."))
                .singleElement().asString().contains(why);
        assertThat(ended.lines()).noneMatch(line -> line.startsWith("\tat "));
    }
}
