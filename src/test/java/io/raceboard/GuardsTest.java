package io.raceboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.raceboard.access.Person;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.stereotype.Component;

/** Whoever acts is asked for the right to by the service itself, whatever view calls it. */
class GuardsTest {

    private static final Set<String> ASKING = Set.of("require", "may", "role", "publishes");

    /** What asks for no role, and why not. */
    private static final Map<String, String> ASKING_NOTHING = Map.ofEntries(
            Map.entry("Accounts.changePassword", "one's own"),
            Map.entry("Accounts.changeLanguage", "one's own"),
            Map.entry("FormDrafts.save", "one's own"),
            Map.entry("FormDrafts.load", "one's own"),
            Map.entry("FormDrafts.discard", "one's own"),
            Map.entry("FormDrafts.of", "one's own"),
            Map.entry("Intake.of", "one's own; reads only"),
            Map.entry("Intake.find", "one's own; reads only"),
            Map.entry("TypedCard.contentFor", "one's own; reads only"),
            Map.entry("Presence.enter", "says that one is there; writes nothing"),
            Map.entry("Presence.show", "says that one is there; writes nothing"),
            Map.entry("Presence.others", "reads only"),
            Map.entry("AuditedReview.proposal", "writes the log of what was allowed"),
            Map.entry("AuditedReview.rule", "writes the log of what was allowed"));

    @Test
    void everyActOfSomebodyAsksForARoleOrIsListedWithAReason() {
        var asked = new TreeSet<String>();
        var unasked = new TreeSet<String>();
        for (var bean : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.raceboard")) {
            if (bean.isMetaAnnotatedWith(Component.class) && !bean.getSimpleName().endsWith("Store")
                    && !bean.getSimpleName().endsWith("Queries")) {
                acts(bean).forEach(act -> (asks(act, new HashSet<>()) ? asked : unasked)
                        .add(bean.getSimpleName() + "." + act.getName()));
            }
        }
        assertThat(asked).contains("Accounts.invite", "Intake.take", "Submissions.submit", "Proposals.accept",
                "Moves.rename", "Moves.merge", "Rules.set", "WallDesk.save");
        assertThat(unasked).isEqualTo(new TreeSet<>(ASKING_NOTHING.keySet()));
    }

    /** What others can call, and takes who acts. */
    private static Stream<JavaMethod> acts(JavaClass bean) {
        return bean.getMethods().stream().filter(GuardsTest::takesAPerson)
                .filter(m -> !m.getModifiers().contains(JavaModifier.PRIVATE)
                        && !m.getModifiers().contains(JavaModifier.STATIC)
                        && !m.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean takesAPerson(JavaMethod method) {
        return method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Person.class));
    }

    /** By itself, or by handing the person to what does. */
    private static boolean asks(JavaMethod method, Set<JavaMethod> seen) {
        return seen.add(method) && method.getMethodCallsFromSelf().stream().anyMatch(call ->
                call.getTargetOwner().isEquivalentTo(Person.class) ? ASKING.contains(call.getName())
                        : call.getTarget().resolveMember().filter(GuardsTest::takesAPerson)
                                .filter(called -> asks(called, seen)).isPresent());
    }
}
