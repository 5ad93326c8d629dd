package org.solitude;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import org.solitude.persistence.jta.Transactions;

/** The law of the house, for the module that holds the domain. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNoTechnologyOfTheWire = noClasses()
            .that()
            .resideInAPackage("org.solitude.task..")
            .and()
            .resideOutsideOfPackages("org.solitude.task.jms..", "org.solitude.task.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.jms..", "jakarta.servlet..", "org.jboss..", "org.hibernate..");

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNotHowItIsKeptOrAnnounced = noClasses()
            .that()
            .resideInAPackage("org.solitude.task..")
            .and()
            .resideOutsideOfPackages("org.solitude.task.jms..", "org.solitude.task.jpa..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.task.jms..", "org.solitude.task.jpa..");

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNothingOfCallbacks = noClasses()
            .that()
            .resideInAPackage("org.solitude.task..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.solitude.webhook..");

    @ArchTest
    static final ArchRule onlyAdaptersKnowAnHttpClient = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.solitude.webhook",
                    "org.solitude.task..",
                    "org.solitude.buyer..",
                    "org.solitude.seller..",
                    "org.solitude.product..",
                    "org.solitude.paymenttransaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "org.solitude.webhook.http..");

    @ArchTest
    static final ArchRule adaptersDoNotCallAdapters = noClasses()
            .that()
            .resideInAPackage("org.solitude.task.jms..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.solitude.task.jpa..");

    @ArchTest
    static final ArchRule moneysNounsKnowNothingOfDelay = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.solitude.buyer..",
                    "org.solitude.seller..",
                    "org.solitude.product..",
                    "org.solitude.paymenttransaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.task..", "jakarta.ws.rs..", "jakarta.jms..", "org.jboss..");

    @ArchTest
    static final ArchRule transactionsAreOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.persistence.jta")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UserTransaction.class);

    @ArchTest
    static final ArchRule transactionsAreSetAsideInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.persistence.jta")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TransactionManager.class);

    @ArchTest
    static final ArchRule onlyTheProviderJournalOutlivesItsTransaction = noClasses()
            .that()
            .resideOutsideOfPackages("org.solitude.persistence.jta", "org.solitude.provider")
            .should()
            .callMethod(Transactions.class, "requiresNew", Supplier.class);

    @ArchTest
    static final ArchRule onlyTheAdapterOfProvidersSpeaksToThem = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.solitude.buyer..",
                    "org.solitude.seller..",
                    "org.solitude.product..",
                    "org.solitude.paymenttransaction..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.provider..", "java.net.http..");

    @ArchTest
    static final ArchRule nothingDependsOnTheOldNames = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "javax.ejb..", "javax.ws..", "com.fasterxml.jackson..");
}
