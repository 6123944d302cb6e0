package steward;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;

/** The rings: a package imports only inward, and what belongs to the edges stays there. */
@AnalyzeClasses(packages = "steward", importOptions = ImportOption.DoNotIncludeTests.class)
class RingsTest {

    private static final String[] LIBRARY_FREE = {"java..", "org.jspecify.."};

    /** What sees all, and nobody sees: settings, wiring, command line. */
    private static final String[] ROOT = {
        "steward",
        "steward.app..",
        "steward.cli..",
        "steward.doctor..",
        "steward.encryption..",
        "steward.metrics..",
        "steward.settings.."
    };

    @ArchTest
    static final ArchRule REP_KNOWS_NOTHING = ring("steward.rep..");

    @ArchTest
    static final ArchRule WORKSHEET_KNOWS_NOTHING = classes()
            .that()
            .resideInAPackage("steward.worksheet..")
            .should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage("steward.worksheet..", "java..", "org.jspecify..", "com.google.gson.."));

    @ArchTest
    static final ArchRule MESSAGE_LOOKS_INWARD = ring("steward.message..", "steward.rep..", "steward.worksheet..");

    @ArchTest
    static final ArchRule PLAN_LOOKS_INWARD = ring("steward.plan..", "steward.rep..", "steward.worksheet..");

    @ArchTest
    static final ArchRule ROTI_LOOKS_INWARD =
            ring("steward.roti..", "steward.rep..", "steward.worksheet..", "steward.plan..");

    @ArchTest
    static final ArchRule NUDGES_LOOK_INWARD = ring(
            "steward.nudges..",
            "steward.rep..",
            "steward.worksheet..",
            "steward.message..",
            "steward.plan..",
            "steward.roti..");

    @ArchTest
    static final ArchRule DASHBOARD_LOOKS_INWARD = ring(
            "steward.dashboard..",
            "steward.rep..",
            "steward.worksheet..",
            "steward.message..",
            "steward.plan..",
            "steward.roti..",
            "steward.nudges..");

    @ArchTest
    static final ArchRule EXPORT_LOOKS_INWARD = ring(
            "steward.export..",
            "steward.rep..",
            "steward.worksheet..",
            "steward.plan..",
            "steward.roti..",
            "steward.nudges..",
            "com.google.gson..",
            "com.samskivert.mustache..",
            "com.openhtmltopdf..",
            "org.apache.fontbox..",
            "org.apache.pdfbox..",
            "org.w3c.dom..",
            "org.dhatim.fastexcel..",
            "de.siegmar.fastcsv..",
            "biweekly..",
            "javax.imageio..",
            "javax.xml..",
            "org.xml.sax..");

    /** What a turn shows of a plan is drawn as it is everywhere, and what is kept of a rep is written into their file in one place. */
    @ArchTest
    static final ArchRule CONVERSATION_LOOKS_INWARD = ring(
            "steward.conversation..",
            "steward.rep..",
            "steward.worksheet..",
            "steward.message..",
            "steward.plan..",
            "steward.roti..",
            "steward.nudges..",
            "steward.dashboard..",
            "steward.export..");

    /** Turns are taken, and messages sent, for any chat. */
    @ArchTest
    static final ArchRule RUNTIME_LOOKS_INWARD = ring(
            "steward.runtime..",
            "steward.rep..",
            "steward.worksheet..",
            "steward.message..",
            "steward.plan..",
            "steward.roti..",
            "steward.nudges..",
            "steward.conversation..",
            "io.micrometer.core..",
            "org.slf4j..");

    /** Also within the conversation: what a rep says of their time, say, is read without knowing what else they may say. */
    @ArchTest
    static final ArchRule NO_PACKAGES_GO_IN_CIRCLES =
            slices().matching("steward.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule THE_CONVERSATION_HAS_ONE_DOOR = noClasses()
            .that()
            .resideOutsideOfPackage("steward.conversation..")
            .should()
            .dependOnClassesThat(resideInAPackage("steward.conversation..")
                    .and(not(resideInAnyPackage("steward.conversation", "steward.conversation.session"))));

    @ArchTest
    static final ArchRule STORE_AND_SLACK_NEVER_MEET = noClasses()
            .that()
            .resideInAPackage("steward.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("steward.runtime..", "steward.slack..", "steward.sandbox..");

    @ArchTest
    static final ArchRule SLACK_AND_STORE_NEVER_MEET = noClasses()
            .that()
            .resideInAPackage("steward.slack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("steward.store..", "steward.sandbox..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_ROOT = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ROOT);

    @ArchTest
    static final ArchRule SANDBOX_STANDS_APART = noClasses()
            .that()
            .resideInAPackage("steward.sandbox..")
            .should()
            .dependOnClassesThat(resideInAPackage("steward..").and(not(resideInAPackage("steward.sandbox.."))));

    @ArchTest
    static final ArchRule ONLY_THE_STORE_KNOWS_SQL = noClasses()
            .that()
            .resideOutsideOfPackage("steward.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule ONLY_SLACK_KNOWS_SLACK = noClasses()
            .that()
            .resideOutsideOfPackage("steward.slack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack..", "okhttp3..");

    @ArchTest
    static final ArchRule ONLY_DOORS_KNOW_SERVLETS = noClasses()
            .that()
            .resideOutsideOfPackages("steward.slack.bolt..", "steward.sandbox..", "steward.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.eclipse.jetty..");

    /** The clock is read where the program begins, and handed on. */
    @ArchTest
    static final ArchRule ONLY_MAIN_READS_THE_SYSTEM_CLOCK = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Main.class.getName())
            .should()
            .callMethod(InstantSource.class, "system")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone");

    private static ArchRule ring(String name, String... inward) {
        String[] allowed = new String[inward.length + LIBRARY_FREE.length + 1];
        allowed[0] = name;
        System.arraycopy(inward, 0, allowed, 1, inward.length);
        System.arraycopy(LIBRARY_FREE, 0, allowed, inward.length + 1, LIBRARY_FREE.length);
        return classes().that().resideInAPackage(name).should().onlyDependOnClassesThat(resideInAnyPackage(allowed));
    }
}
