package io.raceboard.entry;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Ways to write the address of the same page. */
final class Addresses {

    private Addresses() {
    }

    /** In lower case: with http and https, with and without www, with and without a stroke at the end. */
    static Set<String> writings(String address) {
        var plain = address.strip().toLowerCase(Locale.ROOT).replaceFirst("#.*$", "")
                .replaceFirst("[?&](utm_[a-z]+=[^&]*&?)+$", "")
                .replaceFirst("^https?://", "").replaceFirst("^www\\.", "").replaceFirst("/+$", "");
        var all = new LinkedHashSet<String>();
        for (var scheme : new String[] {"https://", "http://"}) {
            for (var www : new String[] {"", "www."}) {
                all.add(scheme + www + plain);
                all.add(scheme + www + plain + "/");
            }
        }
        return all;
    }
}
