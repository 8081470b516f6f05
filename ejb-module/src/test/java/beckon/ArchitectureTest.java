package beckon;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInAnyPackage;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;

import beckon.shared.ClockProducer;
import beckon.shared.Token;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Stateless;
import jakarta.ejb.Timeout;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can hold; each says in its reason what it is good for. */
class ArchitectureTest {

    private static final JavaClasses BECKON =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("beckon");

    @Test
    void componentsKnowEachOtherAsDrawn() {
        check(
                classes()
                        .should(
                                adhereToPlantUmlDiagram(
                                        Path.of("../docs/components.puml"),
                                        consideringOnlyDependenciesInAnyPackage("beckon..")))
                        .because("an arrow is drawn before it is used"));
    }

    @Test
    void componentsFormNoCircle() {
        check(
                slices().matching("beckon.(*)..")
                        .should()
                        .beFreeOfCycles()
                        .because("a circle is one component with two names"));
    }

    @Test
    void boundaryUsesControlUsesEntity() {
        check(
                classes()
                        .should(ComponentConditions.lookDownwardsInTheirOwnComponent())
                        .because("the boundary is the only door, and rules know no doors"));
    }

    @Test
    void otherComponentsAreEnteredThroughTheirBoundary() {
        check(
                classes()
                        .should(ComponentConditions.enterOthersThroughTheBoundary())
                        .because("what is behind the door may change without asking"));
    }

    @Test
    void boundaryMethodsSayWhoMayCallThem() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(Stateless.class)
                        .should(ComponentConditions.sayWhoMayCallEachMethod())
                        .because("what is not allowed is forbidden"));
    }

    @Test
    void doorsStandInTheBoundary() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("..boundary..")
                        .should()
                        .beAnnotatedWith(Stateless.class)
                        .orShould()
                        .beAnnotatedWith(MessageDriven.class)
                        .orShould()
                        .beAnnotatedWith(RolesAllowed.class)
                        .orShould()
                        .beAnnotatedWith(PermitAll.class)
                        .because("doors stand in one place"));
        check(
                noMethods()
                        .that()
                        .areDeclaredInClassesThat()
                        .resideOutsideOfPackage("..boundary..")
                        .and()
                        .areDeclaredInClassesThat()
                        // ahead of every door: it waits for the database
                        .doNotHaveSimpleName("SchemaMigration")
                        .should()
                        .beAnnotatedWith(RolesAllowed.class)
                        .orShould()
                        .beAnnotatedWith(PermitAll.class)
                        .orShould()
                        .beAnnotatedWith(Schedule.class)
                        .orShould()
                        .beAnnotatedWith(Timeout.class)
                        .because("doors stand in one place"));
    }

    @Test
    void servicesAreCalledSo() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(Stateless.class)
                        .should()
                        .haveSimpleNameEndingWith("Service")
                        .because("a boundary is found by its name"));
    }

    @Test
    void startUpBeansWaitForTheSchema() {
        check(
                classes()
                        .that()
                        .areAnnotatedWith(Startup.class)
                        .and()
                        .areAnnotatedWith(Singleton.class)
                        .and()
                        .doNotHaveSimpleName("SchemaMigration")
                        .should(ComponentConditions.dependOnTheSchema())
                        .because("the first start has no tables yet"));
    }

    @Test
    void databaseIsTouchedInRepositoriesOnly() {
        check(
                noClasses()
                        .that()
                        .haveSimpleNameNotEndingWith("Repository")
                        .and()
                        .resideOutsideOfPackage("beckon.shared.persistence")
                        .should()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(EntityManager.class.getName())
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName(DataSource.class.getName())
                        .because("SQL is looked for in one place"));
    }

    @Test
    void messagesAreTouchedInQueuesAndConsumersOnly() {
        check(
                noClasses()
                        .that()
                        .haveNameNotMatching(".*(Queue|Consumer)(\\$.*)?")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("jakarta.jms..")
                        .because("the row is the truth, and JMS only its courier"));
    }

    @Test
    void connectorsAreUsedByDeliveryOnly() {
        check(
                noClasses()
                        .that(
                                resideInAPackage("beckon.delivery.control..")
                                        .or(resideInAPackage("beckon.connector.."))
                                        // the adapter's door for what comes in
                                        .or(simpleName("DeliveryReportConsumer"))
                                        .negate()
                                        .as("reside outside of delivery.control"))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("beckon.connector..")
                        .because("one component talks to the outside"));
    }

    @Test
    void businessKnowsNoScreen() {
        check(
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "jakarta.faces..",
                                "jakarta.servlet..",
                                "jakarta.ws.rs..",
                                "org.primefaces..",
                                "org.omnifaces..",
                                "beckon.web..")
                        .because("the same rules hold for pages, API and timers"));
    }

    @Test
    void timeComesFromTheInjectedClock() {
        check(
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(ClockProducer.class)
                        .should(ComponentConditions.askWhatTimeItIs())
                        .because("tests own a clock that they can move"));
        check(
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(ClockProducer.class)
                        .and()
                        .resideOutsideOfPackage("beckon.connector..")
                        .should()
                        .callMethod(Clock.class, "systemUTC")
                        .orShould()
                        .callMethod(Clock.class, "systemDefaultZone")
                        .because("tests own a clock that they can move"));
    }

    @Test
    void chanceComesFromToken() {
        check(
                noClasses()
                        .that()
                        .doNotBelongToAnyOf(Token.class)
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(SecureRandom.class)
                        .because("secrets are drawn in one place"));
    }

    @Test
    void nobodyPrintsOrLogsInAnotherWay() {
        check(
                noClasses()
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err")
                        .orShould()
                        .callMethod(Throwable.class, "printStackTrace")
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Logger.class)
                        .orShould()
                        .dependOnClassesThat()
                        .resideInAPackage("org.slf4j..")
                        .because("an operator reads one log"));
    }

    @Test
    void oldDatesStayOutside() {
        check(
                noClasses()
                        .that()
                        .resideOutsideOfPackage("beckon.connector..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Date.class)
                        .orShould()
                        .dependOnClassesThat()
                        .areAssignableTo(Calendar.class)
                        .because("they mean another moment in another zone"));
    }

    @Test
    void optionalIsAnAnswerOnly() {
        check(
                noFields()
                        .should()
                        .haveRawType(Optional.class)
                        .because("a field is there or not, and an argument is asked for"));
        check(
                classes()
                        .should(ComponentConditions.takeNoOptional())
                        .because("a field is there or not, and an argument is asked for"));
    }

    @Test
    void entitiesHaveVerbsInsteadOfSetters() {
        check(
                methods()
                        .that()
                        .areDeclaredInClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .should()
                        .haveNameNotMatching("set[A-Z].*")
                        .because("a change is a verb that checks its state"));
    }

    @Test
    void namesSayWhatThingsAre() {
        check(
                noClasses()
                        .that(resideInAPackage("beckon.connector..").negate().as("are ours"))
                        .should()
                        .haveNameMatching(
                                ".*\\.(Abstract\\w+|I[A-Z]\\w+|\\w+(Impl|Manager|Helper|Utils?|Handler|Data|Info|Dto))")
                        .because("such a word says nothing"));
    }

    @Test
    void repositoriesAreCalledSo() {
        check(
                classes()
                        .that(simpleNameEndingWith("Repository"))
                        .should()
                        .resideInAPackage("..control..")
                        .orShould()
                        .resideInAPackage("beckon.shared.persistence")
                        .because("they are behind the door"));
    }

    private static void check(ArchRule rule) {
        rule.check(BECKON);
    }
}
