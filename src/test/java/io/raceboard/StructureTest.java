package io.raceboard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
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
    void onlyTheLedgerAndQueriesSpeakToTheDatabase() {
        noClasses().that().resideOutsideOfPackages("io.raceboard.ledger..", "io.raceboard.db..")
                .and().haveSimpleNameNotEndingWith("Queries")
                .and().haveSimpleNameNotContaining("Queries$")
                .should().dependOnClassesThat().resideInAnyPackage("org.jooq..", "io.raceboard.db..")
                .check(PROGRAM);
    }

    @Test
    void queriesKnowNothingOfTheScreen() {
        noClasses().that().haveSimpleNameEndingWith("Queries")
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

    @Test
    void onlyTheLedgerWrites() {
        noClasses().that().resideOutsideOfPackages("io.raceboard.ledger..", "io.raceboard.db..")
                .should().callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                                "insertInto|update|deleteFrom|mergeInto|batchInsert|batchUpdate|batchStore"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        resideInAPackage("org.jooq..")))))
                .check(PROGRAM);
    }
}
