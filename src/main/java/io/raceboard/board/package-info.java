/** Overview, topic and indicator pages: findings, tiles, cards. */
@NullMarked
package io.raceboard.board;

import org.jspecify.annotations.NullMarked;
