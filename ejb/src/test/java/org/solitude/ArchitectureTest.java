package org.solitude;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import org.solitude.transaction.Transactions;

/** The law of the house, for the module that holds the domain. */
@AnalyzeClasses(packages = "org.solitude", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNoTechnologyOfTheWire = noClasses()
            .that()
            .resideInAPackage("org.solitude.delay")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.ws.rs..", "jakarta.jms..", "jakarta.servlet..", "org.jboss..", "org.hibernate..");

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNotHowItIsKeptOrAnnounced = noClasses()
            .that()
            .resideInAPackage("org.solitude.delay")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.delay.jms..", "org.solitude.delay.jpa..");

    @ArchTest
    static final ArchRule theLifeOfATaskKnowsNothingOfCallbacks = noClasses()
            .that()
            .resideInAPackage("org.solitude.delay..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.solitude.callback..");

    @ArchTest
    static final ArchRule onlyAdaptersKnowAnHttpClient = noClasses()
            .that()
            .resideInAnyPackage("org.solitude.callback", "org.solitude.delay..", "org.solitude.generic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.hc..", "org.solitude.callback.http..");

    @ArchTest
    static final ArchRule adaptersDoNotCallAdapters = noClasses()
            .that()
            .resideInAPackage("org.solitude.delay.jms..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.solitude.delay.jpa..");

    @ArchTest
    static final ArchRule moneysNounsKnowNothingOfDelay = noClasses()
            .that()
            .resideInAPackage("org.solitude.generic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.delay..", "jakarta.ws.rs..", "jakarta.jms..", "org.jboss..");

    @ArchTest
    static final ArchRule transactionsAreOpenedInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.transaction")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(UserTransaction.class);

    @ArchTest
    static final ArchRule transactionsAreSetAsideInOnePlace = noClasses()
            .that()
            .resideOutsideOfPackage("org.solitude.transaction")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(TransactionManager.class);

    @ArchTest
    static final ArchRule onlyTheProviderJournalOutlivesItsTransaction = noClasses()
            .that()
            .resideOutsideOfPackages("org.solitude.transaction", "org.solitude.provider")
            .should()
            .callMethod(Transactions.class, "apart", Supplier.class);

    @ArchTest
    static final ArchRule onlyTheAdapterOfProvidersSpeaksToThem = noClasses()
            .that()
            .resideInAPackage("org.solitude.generic..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.solitude.provider..", "java.net.http..");

    @ArchTest
    static final ArchRule nothingDependsOnTheOldNames = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.persistence..", "javax.ejb..", "javax.ws..", "com.fasterxml.jackson..");
}
