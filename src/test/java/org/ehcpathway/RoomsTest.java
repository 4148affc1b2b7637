package org.ehcpathway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms and the one direction in which they may know each other. */
@AnalyzeClasses(packages = "org.ehcpathway", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String STATUTE = "org.ehcpathway.statute..";
    private static final String CASEFILE = "org.ehcpathway.casefile..";
    private static final String PLAN = "org.ehcpathway.plan..";
    private static final String LETTER = "org.ehcpathway.letter..";
    private static final String PATHWAY = "org.ehcpathway.pathway..";
    private static final String RETURNS = "org.ehcpathway.returns..";
    private static final String DESK = "org.ehcpathway.desk..";
    private static final String SECURITY = "org.ehcpathway.security..";

    @ArchTest
    static final ArchRule the_law_stands_on_its_own = noClasses()
            .that()
            .resideInAPackage(STATUTE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CASEFILE, PLAN, LETTER, PATHWAY, RETURNS, DESK, SECURITY)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_law_knows_neither_spring_nor_an_engine = noClasses()
            .that()
            .resideInAPackage(STATUTE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework..",
                    "org.camunda.bpm.engine..",
                    "org.camunda.bpm.dmn..",
                    "org.camunda.feel..",
                    "jakarta..")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_file_knows_only_the_law = noClasses()
            .that()
            .resideInAPackage(CASEFILE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PLAN, LETTER, PATHWAY, RETURNS, DESK, SECURITY)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule plans_and_letters_know_nothing_of_those_who_use_them = noClasses()
            .that()
            .resideInAnyPackage(PLAN, LETTER)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PATHWAY, RETURNS, DESK, SECURITY)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule the_pathway_and_the_returns_know_nothing_of_the_desk = noClasses()
            .that()
            .resideInAnyPackage(PATHWAY, RETURNS, SECURITY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(DESK)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule security_is_used_by_desk_and_pathway_only = noClasses()
            .that()
            .resideOutsideOfPackages(DESK, PATHWAY, SECURITY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(SECURITY)
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_pathway_sees_the_engine_and_security_its_identities = noClasses()
            .that()
            .resideOutsideOfPackages(PATHWAY, SECURITY)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.engine..")
            .allowEmptyShould(true);

    /** The task service is left to it: the queries of Tasklist's filters are built with it. */
    @ArchTest
    static final ArchRule security_does_not_run_processes = noClasses()
            .that()
            .resideInAPackage(SECURITY)
            .should()
            .dependOnClassesThat()
            .haveNameMatching(
                    "org\\.camunda\\.bpm\\.engine\\.(RuntimeService|RepositoryService|HistoryService|delegate\\..*)")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_two_rooms_lean_on_each_other =
            slices().matching("org.ehcpathway.(*)..").should().beFreeOfCycles().allowEmptyShould(true);
}
