/** All that is data besides typing values: lists, forms, renames and merges of records, and who changed what. */
@NullMarked
package io.raceboard.records;

import org.jspecify.annotations.NullMarked;
