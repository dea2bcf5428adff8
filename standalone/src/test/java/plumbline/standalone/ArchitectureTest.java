package plumbline.standalone;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** The architecture, as ARCHITECTURE.md draws it. */
@AnalyzeClasses(packages = "plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** The plain Java that decides: what is true of a patient, and what follows from it. */
    private static final String[] CORES = {
        "plumbline.analytics.timeline..",
        "plumbline.analytics.history..",
        "plumbline.analytics.policy..",
        "plumbline.analytics.rule..",
        "plumbline.analytics.symmetry..",
        "plumbline.analytics.posture..",
        "plumbline.analytics.effort..",
        "plumbline.analytics.course..",
        "plumbline.analytics.sign..",
        "plumbline.analytics.balance..",
        "plumbline.analytics.episode..",
        "plumbline.analytics.reconcile..",
        "plumbline.analytics.fold..",
        "plumbline.notifier.casefile..",
        "plumbline.notifier.casework..",
        "plumbline.notifier.rules..",
        "plumbline.notifier.text.."
    };

    private static final String[] PLAIN_JAVA = {
        "java.lang..",
        "java.math..",
        "java.time..",
        "java.util..",
        "java.nio.charset..",
        "java.security..",
        "org.jspecify.annotations.."
    };

    private static final DescribedPredicate<JavaClass> ARRAYS =
            DescribedPredicate.describe("are arrays", JavaClass::isArray);

    /** Values that name a place, and open nothing. */
    private static final DescribedPredicate<JavaClass> ADDRESSES = DescribedPredicate.describe(
            "are addresses",
            type -> Set.of("java.net.URI", "java.net.URISyntaxException").contains(type.getName()));

    private static final Set<String> CLOCK_ENVIRONMENT_CHANCE = Set.of(
            "now", "currentTimeMillis", "nanoTime", "getenv", "getProperty", "random", "randomUUID", "systemDefault");

    @ArchTest
    static final ArchRule contractKnowsNobody = noClasses()
            .that()
            .resideInAPackage("plumbline.contract..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("plumbline..").and(outside("plumbline.contract..")));

    @ArchTest
    static final ArchRule chassisKnowsTheContractAlone = knowsTheContractAlone("plumbline.chassis..");

    /** So that the truth of a simulated patient cannot share the code that looks for it. */
    @ArchTest
    static final ArchRule cohortKnowsTheContractAlone = knowsTheContractAlone("plumbline.cohort..");

    @ArchTest
    static final ArchRule dialectsKnowTheContractAlone = knowsTheContractAlone("plumbline.dialects..");

    @ArchTest
    static final ArchRule ingestMeetsOthersInTheContract =
            meetsOthersOnlyInContractAndChassis("plumbline.ingest..", "plumbline.dialects..");

    @ArchTest
    static final ArchRule analyticsMeetsOthersInTheContract =
            meetsOthersOnlyInContractAndChassis("plumbline.analytics..");

    @ArchTest
    static final ArchRule notifierMeetsOthersInTheContract =
            meetsOthersOnlyInContractAndChassis("plumbline.notifier..");

    @ArchTest
    static final ArchRule coresArePlainJava = classes()
            .that()
            .resideInAnyPackage(CORES)
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(CORES)
                    .or(resideInAnyPackage("plumbline.contract.."))
                    .or(resideInAnyPackage(PLAIN_JAVA))
                    .or(ARRAYS))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule contractIsPlainJavaAndJson = classes()
            .that()
            .resideInAPackage("plumbline.contract..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("plumbline.contract..", "com.fasterxml.jackson..", "java.io..")
                    .or(resideInAnyPackage(PLAIN_JAVA))
                    .or(ADDRESSES)
                    .or(ARRAYS));

    @ArchTest
    static final ArchRule coresReadNoClockEnvironmentOrChance = noClasses()
            .that(resideInAnyPackage(CORES).or(resideInAnyPackage("plumbline.contract..")))
            .should()
            .callCodeUnitWhere(DescribedPredicate.describe(
                    "clock, environment or chance",
                    (JavaCall<?> call) -> call.getTargetOwner().getPackageName().startsWith("java.")
                            && CLOCK_ENVIRONMENT_CHANCE.contains(call.getName())))
            .orShould()
            .dependOnClassesThat(resideInAnyPackage("java.util.concurrent..")
                    .or(DescribedPredicate.describe(
                            "clocks and dice",
                            type -> Set.of("Clock", "InstantSource", "Random", "SplittableRandom", "SecureRandom")
                                    .contains(type.getSimpleName()))));

    @ArchTest
    static final ArchRule httpServerOnlyAtTheEdge = noClasses()
            .that(areOutside("..http..", "..api..", "..console..", "..door..", "..live.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule producersOnlyWhereThingsArePublished = noClasses()
            .that(areOutside("..publish..", "..delivery..", "..desk..", "plumbline.standalone.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.clients.producer..");

    @ArchTest
    static final ArchRule streamsOnlyInTheTopology = noClasses()
            .that(areOutside("..topology.."))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule brokerOnlyInItsPackage = noClasses()
            .that()
            .resideOutsideOfPackage("plumbline.standalone.kafka..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "kafka..", "org.apache.kafka.server..", "org.apache.kafka.metadata..", "org.apache.kafka.raft..");

    @ArchTest
    static final ArchRule packagesFormNoCycles =
            slices().matching("plumbline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule staticsNeverChange =
            fields().that().areStatic().should().beFinal();

    private static ArchRule knowsTheContractAlone(String module) {
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage("plumbline..").and(outside("plumbline.contract..", module)));
    }

    private static ArchRule meetsOthersOnlyInContractAndChassis(String service, String... also) {
        return noClasses()
                .that()
                .resideInAPackage(service)
                .should()
                .dependOnClassesThat(resideInAnyPackage("plumbline..")
                        .and(outside("plumbline.contract..", "plumbline.chassis..", service))
                        .and(outside(also)))
                .allowEmptyShould(true);
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.not(resideInAnyPackage(packages));
    }

    /** Outside these packages, and not the class that wires a service. */
    private static DescribedPredicate<JavaClass> areOutside(String... packages) {
        return outside(packages).and(DescribedPredicate.not(simpleNameEndingWith("Service")));
    }
}
