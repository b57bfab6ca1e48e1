package io.raceboard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.raceboard.catalog.Lang;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({"'',/", "/,/", "t/power,/t/power", "/t/power/,/t/power", "//t//,/t", "/i/a%20b,/i/a b", "/i/%zz,/i/%zz"})
    void aPathHasOneForm(String sent, String path) {
        assertThat(Addresses.of(sent, Map.of(), Lang.EN).path()).isEqualTo(path);
    }

    @Test
    void languageIsPartOfAnAddressAndThemeIsNot() {
        var address = Addresses.of("/t/power", params("scale", "log", "lang", "zh", "theme", "dark"), Lang.EN);
        assertThat(address.lang()).isEqualTo(Lang.ZH);
        assertThat(address.href()).isEqualTo("/t/power?scale=log&lang=zh");
    }

    @Test
    void englishAndUnknownLanguagesAreLeftOut() {
        assertThat(Addresses.of("/", params("lang", "en"), Lang.EN).href()).isEqualTo("/");
        assertThat(Addresses.of("/", params("lang", "xx"), Lang.EN).href()).isEqualTo("/");
    }

    @Test
    void whatAReaderTypesCannotLeaveItsParameter() {
        var address = new Address("/policy", Map.of("q", "a&b=\"<c>\""), Lang.EN);
        assertThat(address.href()).isEqualTo("/policy?q=a%26b%3D%22%3Cc%3E%22");
    }

    @Test
    void listsStayReadable() {
        assertThat(new Address("/i/x", Map.of("entities", "us,cn"), Lang.EN).href()).isEqualTo("/i/x?entities=us,cn");
    }

    private static Map<String, String> params(String... namesAndValues) {
        var params = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            params.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return params;
    }
}
