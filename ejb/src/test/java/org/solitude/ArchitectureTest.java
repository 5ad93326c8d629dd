package org.solitude;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.solitude.persistence.jta.Transactions;
import org.solitude.provider.ProviderJournal;

/** The dependencies that are allowed between packages of this module. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String TASKS = "org.solitude.task..";
    private static final String[] TASK_ADAPTERS = {"org.solitude.task.jms..", "org.solitude.task.jpa.."};
    private static final String WEBHOOKS = "org.solitude.webhook..";
    private static final String WEBHOOK_CORE = "org.solitude.webhook";
    private static final String WEBHOOK_ADAPTER = "org.solitude.webhook.http..";
    private static final String PROVIDERS = "org.solitude.provider..";
    private static final String JTA = "org.solitude.persistence.jta";
    private static final String[] DOMAIN = {
        "org.solitude.buyer..", "org.solitude.seller..", "org.solitude.product..", "org.solitude.paymenttransaction.."
    };

    @ArchTest
    static final ArchRule taskCoreDoesNotDependOnTechnology = noClasses()
            .that()
            .resideInAPackage(TASKS)
            .and()
            .resideOutsideOfPackages(TASK_ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.jms..", "jakarta.servlet..", "org.jboss..", "org.hibernate..");

    @ArchTest
    static final ArchRule taskCoreDoesNotDependOnItsAdapters = noClasses()
            .that()
            .resideInAPackage(TASKS)
            .and()
            .resideOutsideOfPackages(TASK_ADAPTERS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TASK_ADAPTERS);

    @ArchTest
    static final ArchRule jmsAdapterDoesNotDependOnJpaAdapter = noClasses()
            .that()
            .resideInAPackage(TASK_ADAPTERS[0])
            .should()
            .dependOnClassesThat()
            .resideInAPackage(TASK_ADAPTERS[1]);

    @ArchTest
    static final ArchRule tasksDoNotDependOnWebhooks = noClasses()
            .that()
            .resideInAPackage(TASKS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEBHOOKS);

    @ArchTest
    static final ArchRule tasksDoNotDependOnHttpClients = noClasses()
            .that()
            .resideInAPackage(TASKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", WEBHOOK_ADAPTER);

    @ArchTest
    static final ArchRule webhookCoreDoesNotDependOnItsAdapter = noClasses()
            .that()
            .resideInAPackage(WEBHOOK_CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", WEBHOOK_ADAPTER);

    @ArchTest
    static final ArchRule domainDoesNotDependOnTasks = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(TASKS, "jakarta.ws.rs..", "jakarta.jms..", "org.jboss..");

    @ArchTest
    static final ArchRule domainDoesNotDependOnHttpClients = noClasses()
            .that()
            .resideInAnyPackage(DOMAIN)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(PROVIDERS, "java.net.http..", "org.apache.hc..", WEBHOOK_ADAPTER);

    @ArchTest
    static final ArchRule onlyJtaPackageBeginsTransactions = noClasses()
            .that()
            .resideOutsideOfPackage(JTA)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UserTransaction.class);

    @ArchTest
    static final ArchRule onlyJtaPackageSuspendsTransactions = noClasses()
            .that()
            .resideOutsideOfPackage(JTA)
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TransactionManager.class);

    @ArchTest
    static final ArchRule onlyProvidersCommitIndependently = noClasses()
            .that()
            .resideOutsideOfPackages(JTA, PROVIDERS)
            .should()
            .callMethod(Transactions.class, "requiresNew", Supplier.class);

    /** The counterpart of the rule above: that would pass as well if the method were renamed. */
    @ArchTest
    static final ArchRule providerJournalCommitsIndependently = classes()
            .that()
            .areAssignableTo(ProviderJournal.class)
            .should()
            .callMethod(Transactions.class, "requiresNew", Supplier.class);

    @ArchTest
    static final ArchRule nothingDependsOnJavaEeOrJackson = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "javax.ejb..", "javax.ws..", "com.fasterxml.jackson..");

    /** A rule about a package that was renamed forbids nothing any more. */
    @ArchTest
    static void packagesOfTheRulesHaveClasses(JavaClasses classes) {
        List<String> packages =
                classes.stream().map(found -> found.getPackageName()).distinct().toList();
        Stream.of(
                        Stream.of(TASKS, WEBHOOKS, WEBHOOK_CORE, WEBHOOK_ADAPTER, PROVIDERS, JTA),
                        Stream.of(TASK_ADAPTERS),
                        Stream.of(DOMAIN))
                .flatMap(patterns -> patterns)
                .forEach(pattern -> assertThat(packages).as(pattern).anyMatch(PackageMatcher.of(pattern)::matches));
    }
}
