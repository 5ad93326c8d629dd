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

/** Checks which classes of the web module may depend on which. The ejb module has a test of its own. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyReplayAndLongPollImportRestEasy = noClasses()
            .that()
            .resideOutsideOfPackages("org.solitude.web.async.replay", "org.solitude.web.async.longpoll")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.jboss.resteasy..");

    @ArchTest
    static final ArchRule resourcesDoNotDependOnTasks = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .resideOutsideOfPackages("org.solitude.web.async..", "org.solitude.web.api.operations..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.task..", "org.solitude.web.async..", "org.solitude.web.transaction..");

    /** A replay has no servlet request. */
    @ArchTest
    static final ArchRule resourcesDoNotUseTheServletRequest = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(HttpServletRequest.class);

    /** A transaction belongs to the thread that began it. */
    @ArchTest
    static final ArchRule resourcesDoNotUseExecutors = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Executor.class);

    @ArchTest
    static final ArchRule resourcesDoNotReturnCompletionStages = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .areAnnotatedWith(Path.class)
            .should()
            .haveRawReturnType(CompletionStage.class);

    @ArchTest
    static final ArchRule resourcesAreRequestScoped = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(jakarta.enterprise.context.RequestScoped.class);

    @ArchTest
    static final ArchRule everyResourceDeclaresItsRoles = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class);

    /** web.xml must open the same paths: it closes all others. */
    @ArchTest
    static final ArchRule onlyLivenessAndProviderEventsPermitAllCallers = noClasses()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .doNotHaveSimpleName("LivenessResource")
            .and()
            .doNotHaveSimpleName("ProviderEventResource")
            .should()
            .beAnnotatedWith(PermitAll.class);

    /** {@code CredentialStoreReader} reads secret settings from WildFly's credential store. */
    @ArchTest
    static final ArchRule onlySecurityAndTheCredentialStoreReaderImportElytron = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.web.http.security")
            .and()
            .doNotHaveFullyQualifiedName("org.solitude.config.CredentialStoreReader")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.wildfly.security..");
}
