package beckon.web;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Named;
import jakarta.persistence.Entity;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The web module sees boundaries and values, and keeps next to nothing. */
class WebArchitectureTest {
    private static final JavaClasses WEB =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("beckon.web");

    @Test
    void webKnowsBoundariesAndValuesOnly() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("beckon..")
                                .and(not(resideInAPackage("beckon.web..")))
                                .and(not(resideInAPackage("beckon.shared..")))
                                .and(not(resideInAPackage("beckon..boundary")))
                                .and(not(resideInAPackage("beckon..entity"))))
                .check(WEB);
    }

    @Test
    void webSeesNoEntity() {
        noClasses().should().dependOnClassesThat().areAnnotatedWith(Entity.class).check(WEB);
    }

    @Test
    void webStoresAndSendsNothingItself() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.persistence..", "jakarta.jms..", "javax.sql..")
                .check(WEB);
    }

    @Test
    void innerDoorsStayShut() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("beckon.audit.boundary.AuditService")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("beckon.delivery.boundary.DeliveryService")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("beckon.account.boundary.MembershipService")
                .check(WEB);
    }

    @Test
    void onlySecurityAsksWhoASessionIs() {
        noClasses()
                .that()
                .resideOutsideOfPackage("beckon.web.security..")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("AuthenticationService")
                .check(WEB);
    }

    @Test
    void partsDoNotNeedEachOtherInCircles() {
        slices().matching("beckon.web.(*)..").should().beFreeOfCycles().check(WEB);
    }

    @Test
    void whatIsSharedNeedsNoPart() {
        noClasses()
                .that()
                .resideInAPackage("beckon.web.shared..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("beckon.web..")
                                .and(not(resideInAPackage("beckon.web.shared.."))))
                .check(WEB);
    }

    @Test
    void viewsHaveNamesForPages() {
        classes()
                .that()
                .haveSimpleNameEndingWith("View")
                .should()
                .beAnnotatedWith(Named.class)
                .check(WEB);
    }

    @Test
    void onlyTheLanguageLivesAsLongAsTheSession() {
        noClasses()
                .that()
                .doNotHaveSimpleName("LocaleView")
                .should()
                .beAnnotatedWith(SessionScoped.class)
                .check(WEB);
    }

    @Test
    void whatOutlivesARequestCanBeStored() {
        classes()
                .that()
                .areAnnotatedWith(ViewScoped.class)
                .or()
                .areAnnotatedWith(SessionScoped.class)
                .should()
                .beAssignableTo(Serializable.class)
                .check(WEB);
    }

    @Test
    void timeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(WEB);
    }

    @Test
    void nobodyPrintsOrUsesOldTimes() {
        GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(WEB);
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(WEB);
        noClasses()
                .should()
                .dependOnClassesThat(
                        assignableTo(java.util.Date.class)
                                .or(assignableTo(java.util.Calendar.class)))
                .check(WEB);
    }

    @Test
    void nothingIsOptionalInAField() {
        noFields().should().haveRawType(Optional.class).check(WEB);
    }

    @Test
    void loggersAreConstants() {
        fields().that()
                .haveRawType(System.Logger.class)
                .should()
                .beStatic()
                .andShould()
                .beFinal()
                .allowEmptyShould(true)
                .check(WEB);
    }
}
