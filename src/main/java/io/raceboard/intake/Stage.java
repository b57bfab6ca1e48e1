package io.raceboard.intake;

/** How far a file has come. */
enum Stage { COLUMNS, WORKING, PREVIEW, DONE }
