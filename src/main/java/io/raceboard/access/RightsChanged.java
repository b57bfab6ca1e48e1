package io.raceboard.access;

/** Told after an account's rights, language or sign-ins changed. */
public record RightsChanged(long account) {
}
