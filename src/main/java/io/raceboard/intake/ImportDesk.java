package io.raceboard.intake;

import org.springframework.stereotype.Component;

/** What the steps of an import work with. */
@Component
record ImportDesk(Intake intake, Handover handover, NamesQueries names, Template template) {
}
