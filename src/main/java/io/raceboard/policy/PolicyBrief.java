package io.raceboard.policy;

import java.util.List;

/**
 * What a glance at policy should tell.
 *
 * @param thisWeek whether the acts are of the last seven days; else they are the newest there are
 * @param next the nearest fixed dates first
 */
public record PolicyBrief(boolean thisWeek, List<PolicyPanel.Act> acts, List<PolicyPanel.Next> next) {
}
