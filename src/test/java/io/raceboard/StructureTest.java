package io.raceboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The shape of the program, as the README draws it. */
class StructureTest {

    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.raceboard");

    @Test
    void featuresDoNotDependOnEachOtherInCircles() {
        slices().matching("io.raceboard.(*)..").should().beFreeOfCycles()
                .ignoreDependency(resideInAPackage("io.raceboard.templates.."), resideInAPackage("io.raceboard.."))
                .check(PROGRAM);
    }

    @Test
    void onlyTheLedgerQueriesAndStoresSpeakToTheDatabase() {
        noClasses().that().resideOutsideOfPackages("io.raceboard.ledger..", "io.raceboard.db..")
                .and().haveSimpleNameNotEndingWith("Queries")
                .and().haveSimpleNameNotContaining("Queries$")
                .and().haveSimpleNameNotEndingWith("Store")
                .and().haveSimpleNameNotContaining("Store$")
                .should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "io.raceboard.db..")
                .check(PROGRAM);
    }

    @Test
    void queriesAndStoresKnowNothingOfTheScreen() {
        noClasses().that().haveSimpleNameEndingWith("Queries").or().haveSimpleNameEndingWith("Store")
                .should().dependOnClassesThat().resideInAnyPackage("com.vaadin..", "gg.jte..", "io.raceboard.templates..")
                .check(PROGRAM);
    }

    @Test
    void nounsKnowNothingButEachOther() {
        classes().that().resideInAPackage("io.raceboard.catalog..")
                .should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.raceboard.catalog..")
                .check(PROGRAM);
    }

    /** Stores write what is not data: accounts, the log, drafts, settings, walls. Data go through the ledger alone. */
    @Test
    void onlyTheLedgerAndStoresWrite() {
        noClasses().that().resideOutsideOfPackages("io.raceboard.ledger..", "io.raceboard.db..")
                .and().haveSimpleNameNotEndingWith("Store")
                .should().callMethodWhere(writing()).check(PROGRAM);
    }

    @Test
    void storesLeaveDataAlone() {
        var data = Set.of("Change", "Topic", "Unit", "Source", "Entity", "Estimator", "Indicator", "Series",
                "Observation", "PolicyEvent", "PolicyEventJurisdiction", "PolicyEventSource", "PolicyEventIndicator",
                "PolicyEventStatus", "Revision", "Alias", "SlugMove", "LedgerTurn");
        noClasses().that().resideOutsideOfPackages("io.raceboard.ledger..", "io.raceboard.db..")
                .and().haveSimpleNameEndingWith("Store")
                .should().dependOnClassesThat(resideInAPackage("io.raceboard.db.tables").and(DescribedPredicate.describe(
                        "hold data", table -> data.contains(table.getSimpleName()))))
                .check(PROGRAM);
    }

    /** Entries of the log are added, never changed and never taken away. */
    @Test
    void theLogIsOnlyAppendedTo() {
        noClasses().that().resideOutsideOfPackages("io.raceboard.audit..", "io.raceboard.db..")
                .should().dependOnClassesThat().haveFullyQualifiedName("io.raceboard.db.tables.AuditEntry")
                .orShould().dependOnClassesThat().haveFullyQualifiedName("io.raceboard.db.tables.AuditHead")
                .check(PROGRAM);
        noClasses().that().resideInAPackage("io.raceboard.audit..")
                .should().callMethodWhere(JavaCall.Predicates.target(
                        nameMatching("deleteFrom|delete|truncate|mergeInto")))
                .check(PROGRAM);
    }

    private static DescribedPredicate<JavaCall<?>> writing() {
        return JavaCall.Predicates.target(
                        nameMatching("insertInto|update|deleteFrom|mergeInto|batchInsert|batchUpdate|batchStore"))
                .and(JavaCall.Predicates.target(With.owner(resideInAPackage("org.jooq.."))));
    }
}
