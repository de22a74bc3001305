package io.leadmap.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The rules of the house (architecture, "Rooms and who may enter whom" and "Style"). */
class HouseTest {
    private static final String HANDLER = "io.leadmap.lambda.LambdaFunction";

    /** The only classes that may be random, each for the reason beside it. */
    private static final Set<String> RANDOM =
            Set.of(
                    "io.leadmap.dynamodb.Seal", // keys and nonces, taken when needed
                    "io.leadmap.lambda.GrowingIds", // ids that nobody can guess
                    "io.leadmap.lambda.JitteredBackoff"); // collisions that do not repeat

    private static final Set<String> RANDOM_TYPES =
            Set.of(
                    "java.util.Random",
                    "java.security.SecureRandom",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom",
                    "java.util.random.RandomGenerator",
                    "java.util.random.RandomGeneratorFactory");

    /**
     * The only classes that may print: a line that anything else prints is a forgotten measurement,
     * and in a function it may tell what people wrote.
     */
    private static final Set<String> PRINTING =
            Set.of(
                    "io.leadmap.lambda.Log", // a function's log
                    "io.leadmap.local.Main", // the runner's console
                    "io.leadmap.testkit.Needs"); // why a whole test class was skipped

    /** The only class beside the text's own that folds characters, for the reason beside it. */
    private static final Set<String> NORMALISING =
            Set.of(
                    "io.leadmap.phones.TypedPhone", // digits of every width
                    "io.leadmap.domain.lead.TypedNames", // hosts of every width
                    "io.leadmap.domain.mail.InternationalDomain"); // as IDNA maps them

    /** What reads numbers from text besides {@code domain.text}. */
    private static final Set<String> READING_NUMBERS =
            Set.of(
                    "io.leadmap.phones.InternationalPhones", // nines that it counted itself
                    "io.leadmap.json.TrustingView", // what we wrote, with any exponent
                    "io.leadmap.lambda.Preferences"); // weights of a pattern of plain digits

    private static final List<Room> ROOMS = Room.all();
    private static final JavaClasses HOUSE = importing(ROOMS);

    @Test
    void arrows_go_one_way() {
        for (Room room : ROOMS) {
            List<String> allowed = new ArrayList<>(room.mayEnter());
            allowed.add(room.packages());
            classes()
                    .that()
                    .resideInAPackage(room.packages())
                    .should()
                    .onlyDependOnClassesThat(
                            not(resideInAPackage("io.leadmap.."))
                                    .or(resideInAnyPackage(allowed.toArray(String[]::new))))
                    .because(room.folder() + " may enter " + room.mayEnter())
                    .check(HOUSE);
        }
    }

    @Test
    void no_function_imports_another() {
        List<Room> functions = Room.functions();
        assertThat(functions).isNotEmpty();
        for (Room function : functions) {
            String[] others =
                    functions.stream()
                            .filter(other -> !other.equals(function))
                            .map(Room::packages)
                            .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(function.packages())
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .check(HOUSE);
        }
    }

    /** A factory makes what a function uses; a stream's images are read by who wrote the items. */
    @Test
    void a_function_enters_an_adapter_only_where_it_is_wired_and_where_it_reads_a_stream() {
        String[] adapters = Room.adapters().stream().map(Room::packages).toArray(String[]::new);
        assertThat(Room.functions()).hasSizeGreaterThan(10);
        for (Room function : Room.functions()) {
            noClasses()
                    .that()
                    .resideInAPackage(function.packages())
                    .and()
                    .haveSimpleNameNotEndingWith("Stream")
                    .and()
                    .haveNameNotMatching(".*Wiring(\\$.*)?")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(adapters)
                    .check(HOUSE);
        }
    }

    @Test
    void the_domain_imports_the_jdk_and_jspecify_only() {
        classes()
                .that()
                .resideInAPackage("io.leadmap.domain..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.leadmap.domain..", "java..", "javax.crypto..", "org.jspecify..")
                .check(HOUSE);
    }

    @Test
    void nothing_reads_the_time_but_a_handlers_first_constructor() {
        refuse(access -> readsTheTime(access) && !isFirstConstructorOfAHandler(access));
    }

    @Test
    void nothing_reads_the_environment_but_a_handlers_first_constructor() {
        refuse(access -> readsTheEnvironment(access) && !isFirstConstructorOfAHandler(access));
    }

    @Test
    void nothing_is_random_but_what_is_for_it() {
        assertThat(HOUSE.stream().map(JavaClass::getName)).containsAll(RANDOM);
        refuse(access -> isRandom(access) && !RANDOM.contains(outermost(access.getOriginOwner())));
    }

    @Test
    void nothing_prints_but_the_log_and_the_runners_console() {
        assertThat(HOUSE.stream().map(JavaClass::getName)).containsAll(PRINTING);
        refuse(
                HOUSE,
                access -> prints(access) && !PRINTING.contains(outermost(access.getOriginOwner())));
    }

    /** Why is said where the runner's threads are made, {@code PlatformThreads}. */
    @Test
    void nothing_that_loads_functions_or_is_one_begins_a_virtual_thread() {
        refuse(
                HOUSE.that(not(resideInAPackage("io.leadmap.benchmarks.."))),
                access -> access.getTarget().getName().matches("(of|new|start)Virtual.*"));
    }

    @Test
    void text_is_normalised_and_compared_in_one_place() {
        refuse(
                HOUSE.that(resideInAPackage("io.leadmap.domain..")),
                access -> trims(access) && !isOfText(access));
        refuse(access ->
                access.getTargetOwner().getName().equals("java.text.Normalizer")
                        && !isOfText(access)
                        && !NORMALISING.contains(outermost(access.getOriginOwner())));
    }

    /** The JDK's readers take the digits of every script. */
    @Test
    void numbers_are_read_from_text_in_one_place() {
        refuse(
                HOUSE.that(
                        resideInAnyPackage(
                                "io.leadmap.domain..",
                                "io.leadmap.ports..",
                                "io.leadmap.json..",
                                "io.leadmap.lambda..",
                                "io.leadmap.practice..",
                                "io.leadmap.leads..",
                                "io.leadmap.mail..",
                                "io.leadmap.phones..",
                                "io.leadmap.phones..",
                                "io.leadmap.html..",
                                "io.leadmap.pms..")),
                access ->
                        readsANumber(access)
                                && !isOfText(access)
                                && !READING_NUMBERS.contains(outermost(access.getOriginOwner())));
    }

    @Test
    void nothing_knows_that_it_runs_locally() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.leadmap.local..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.leadmap.local..")
                .check(HOUSE);
        Pattern knowing =
                Pattern.compile("localhost|127\\.0\\.0\\.1|LEADMAP_|AWS_SAM_LOCAL|LOCALSTACK");
        assertThat(sourcesOfTheProduct()).isNotEmpty();
        assertThat(sourcesOfTheProduct())
                .filteredOn(source -> knowing.matcher(Room.read(source)).find())
                .isEmpty();
    }

    @Test
    void a_handler_is_made_from_the_environment_or_from_what_it_is_given() {
        List<JavaClass> handlers =
                HOUSE.stream()
                        .filter(type -> type.isAssignableTo(HANDLER))
                        .filter(type -> !type.getPackageName().startsWith("io.leadmap.lambda"))
                        .toList();
        assertThat(handlers).hasSameSizeAs(Room.functions());
        assertThat(handlers)
                .allSatisfy(handler ->
                        assertThat(handler.getConstructors())
                                .extracting(HouseTest::parameters)
                                .containsExactlyInAnyOrder(
                                        List.of(),
                                        List.of("java.util.Map", "java.time.InstantSource"),
                                        List.of("io.micronaut.context.ApplicationContext")));
    }

    @Test
    void what_opens_the_zips_is_built_after_every_function() {
        String all = Room.read(Room.HOUSE.resolve("functions/quality/every-function/pom.xml"));
        assertThat(Room.functions())
                .isNotEmpty()
                .allSatisfy(function ->
                        assertThat(all)
                                .contains("<artifactId>" + function.folder() + "</artifactId>"));
    }

    @Test
    void a_class_says_what_it_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Util|Utils|Manager|Helper|Impl)(\\$.*)?")
                .check(HOUSE);
    }

    @Test
    void a_file_can_be_read_at_once() {
        List<Path> sources = ROOMS.stream().flatMap(room -> room.sources().stream()).toList();
        assertThat(sources).hasSizeGreaterThan(ROOMS.size());
        assertThat(sources).filteredOn(source -> Room.read(source).lines().count() > 420).isEmpty();
    }

    private static void refuse(Predicate<JavaAccess<?>> access) {
        refuse(importing(Room.product()), access);
    }

    private static void refuse(JavaClasses among, Predicate<JavaAccess<?>> access) {
        List<JavaAccess<?>> looked =
                among.stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream())
                        .<JavaAccess<?>>map(found -> found)
                        .toList();
        assertThat(looked).hasSizeGreaterThan(100);
        assertThat(looked.stream().filter(access).map(JavaAccess::getDescription)).isEmpty();
    }

    private static boolean readsTheTime(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean givenAClock = calls(access, "java.time.Clock");
        return (owner.startsWith("java.time.") && name.equals("now") && !givenAClock)
                || (owner.equals("java.time.Clock")
                        && name.matches("system.*|tick.*")
                        && !givenAClock)
                || (owner.equals("java.time.InstantSource") && name.equals("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"))
                || (owner.equals("java.lang.System") && name.equals("nanoTime"))
                || (owner.equals("java.util.Date") && name.equals("<init>") && calls(access));
    }

    private static boolean readsTheEnvironment(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.System")
                && access.getTarget().getName().equals("getenv");
    }

    private static boolean isRandom(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return RANDOM_TYPES.contains(owner)
                || (owner.equals("java.util.UUID") && name.equals("randomUUID"))
                || (owner.equals("java.lang.Math") && name.equals("random"))
                || (owner.equals("java.util.Collections") && name.equals("shuffle"));
    }

    /** Standard output and error, by whatever way they are reached. */
    private static boolean prints(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return (owner.equals("java.lang.System") && name.matches("out|err|console"))
                || (owner.equals("java.io.FileDescriptor") && name.matches("out|err"))
                || owner.equals("java.lang.IO")
                || (owner.equals("java.lang.Thread") && name.equals("dumpStack"))
                || (name.equals("printStackTrace") && calls(access));
    }

    private static boolean readsANumber(JavaAccess<?> access) {
        String name = access.getTarget().getName();
        return switch (access.getTargetOwner().getName()) {
            case "java.lang.Integer", "java.lang.Long", "java.lang.Short", "java.lang.Double" ->
                    name.startsWith("parse")
                            || (name.equals("valueOf") && calls(access, "java.lang.String"));
            case "java.math.BigDecimal", "java.math.BigInteger" ->
                    name.equals("<init>") && calls(access, "java.lang.String");
            case "java.lang.Character" -> name.equals("isDigit");
            default -> false;
        };
    }

    /** What {@code domain.text} does for every text, and does for other spaces than these. */
    private static boolean trims(JavaAccess<?> access) {
        return access.getTargetOwner().getName().equals("java.lang.String")
                && access.getTarget()
                        .getName()
                        .matches("strip.*|trim|isBlank|equalsIgnoreCase|compareToIgnoreCase");
    }

    private static boolean isOfText(JavaAccess<?> access) {
        return access.getOriginOwner().getPackageName().equals("io.leadmap.domain.text");
    }

    private static boolean calls(JavaAccess<?> access, String... parameters) {
        return access.getTarget()
                        instanceof
                        com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .toList()
                        .equals(List.of(parameters));
    }

    private static boolean isFirstConstructorOfAHandler(JavaAccess<?> access) {
        JavaCodeUnit origin = access.getOrigin();
        return origin instanceof JavaConstructor
                && parameters(origin).isEmpty()
                && origin.getOwner().isAssignableTo(HANDLER);
    }

    private static List<String> parameters(JavaCodeUnit unit) {
        return unit.getRawParameterTypes().stream().map(JavaClass::getName).toList();
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    private static List<Path> sourcesOfTheProduct() {
        return Room.product().stream().flatMap(room -> room.sources().stream()).toList();
    }

    private static JavaClasses importing(List<Room> rooms) {
        return new ClassFileImporter().importPaths(rooms.stream().map(Room::classes).toList());
    }
}
