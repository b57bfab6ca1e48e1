package io.raceboard.chart;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the constant that an address names. */
final class Codes {

    private Codes() {
    }

    static <T> Optional<T> find(T[] constants, Function<T, String> code, String wanted) {
        return Stream.of(constants).filter(c -> code.apply(c).equals(wanted.strip())).findFirst();
    }
}
