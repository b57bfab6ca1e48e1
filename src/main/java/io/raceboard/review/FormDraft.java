package io.raceboard.review;

import java.time.Instant;

/**
 * What a person has typed into a form and not saved yet.
 *
 * @param formKey which form, and of which record
 * @param address where the form is, such as {@code desk/solar}
 * @param title of the form as the person saw it
 * @param json what is in its fields, as the form writes it
 * @param base the version of the record that the form was opened with, as the form writes it
 */
public record FormDraft(String formKey, String address, String title, String json, String base, Instant savedAt) {
}
