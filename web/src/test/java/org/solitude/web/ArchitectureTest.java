package org.solitude.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** The law of the house, for the module that speaks HTTP. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheDelayPackageKnowsRestEasy = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.web.async..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jboss.resteasy..");

    @ArchTest
    static final ArchRule resourcesKnowNothingOfDelay = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .resideOutsideOfPackages("org.solitude.web.async..", "org.solitude.web.api.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.task..", "org.solitude.web.async..", "org.solitude.web.transaction..");

    @ArchTest
    static final ArchRule resourcesUseNothingThatAReplayLacks = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpServletRequest.class);

    @ArchTest
    static final ArchRule resourcesDoNotLeaveTheThreadOfTheirTransaction = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    @ArchTest
    static final ArchRule writesAnswerOnTheirOwnThread = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .haveRawReturnType(CompletionStage.class);

    @ArchTest
    static final ArchRule resourcesAreBeansOfOneRequest = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(jakarta.enterprise.context.RequestScoped.class);

    @ArchTest
    static final ArchRule everyResourceSaysWhoMayUseIt = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    /** What is open here must be open in web.xml too, which closes everything else. */
    @ArchTest
    static final ArchRule onlyLivenessAndSignedNoticesAreForEverybody = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .doNotHaveSimpleName("LivenessResource")
            .and()
            .doNotHaveSimpleName("ProviderEventResource")
            .should()
            .beAnnotatedWith(PermitAll.class);

    @ArchTest
    static final ArchRule onlyTheSecurityAndTheSecretsOfSettingsKnowElytron = noClasses()
            .that()
            .resideOutsideOfPackages("org.solitude.web.http.security", "org.solitude.config")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.wildfly.security..");
}
