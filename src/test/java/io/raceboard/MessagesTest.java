package io.raceboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word on screen exists in both languages. */
class MessagesTest {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern SAID = Pattern.compile("say\\(\\s*\"([a-z][A-Za-z0-9._-]+)\"\\s*[,)]");

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) {
        assertThat(keys(bundle + "_zh")).isEqualTo(keys(bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesTakeTheSameNumberOfValues(String bundle) {
        var english = load(bundle);
        var chinese = load(bundle + "_zh");
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(values(chinese.getProperty(key)))
                        .as("placeholders of %s", key)
                        .isEqualTo(values(english.getProperty(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"src/main/jte", "src/main/java"})
    void everythingSaidIsInABundle(String folder) {
        var known = bundles().flatMap(b -> keys(b).stream()).toList();
        assertThat(said(Path.of(folder))).isSubsetOf(known);
    }

    static Stream<String> bundles() {
        var english = Arrays.stream(BUNDLES.toFile().list()).map(f -> f.replace(".properties", ""))
                .filter(f -> !f.endsWith("_zh")).sorted().toList();
        assertThat(english).isNotEmpty();
        return english.stream();
    }

    private static Set<String> keys(String bundle) {
        return new TreeSet<>(load(bundle).stringPropertyNames());
    }

    private static Set<Integer> values(String message) {
        var found = new TreeSet<Integer>();
        new MessageFormat(message).getFormatsByArgumentIndex();
        var matcher = Pattern.compile("\\{(\\d+)").matcher(message);
        while (matcher.find()) {
            found.add(Integer.parseInt(matcher.group(1)));
        }
        return found;
    }

    private static List<String> said(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).flatMap(file -> SAID.matcher(read(file)).results())
                    .map(found -> found.group(1)).distinct().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String bundle) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
