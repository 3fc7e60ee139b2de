package dev.natsfleet.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The rules of the design's picture. Each names what to do about it. */
record Architecture(Path root) {

  /**
   * Module → the modules whose classes it may use. A module that is not here has no place in the
   * picture yet.
   */
  static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("crds", Set.of()),
          Map.entry("registry/core", Set.of()),
          Map.entry("registry/dynamodb", Set.of("registry/core")),
          Map.entry("registry/dynamodb-local", Set.of("registry/core", "registry/dynamodb")),
          Map.entry("operator/core", Set.of("crds", "registry/core")),
          Map.entry(
              "operator/app",
              Set.of("operator/core", "crds", "registry/core", "registry/dynamodb")),
          Map.entry("agent/core", Set.of("registry/core")),
          Map.entry("agent/logs", Set.of()),
          Map.entry(
              "agent/app",
              Set.of("agent/core", "agent/logs", "registry/core", "registry/dynamodb")),
          Map.entry("bench", Set.of()),
          Map.entry("local/servers", Set.of()),
          Map.entry(
              "local",
              Set.of(
                  "local/servers",
                  "crds",
                  "registry/core",
                  "registry/dynamodb",
                  "registry/dynamodb-local")));

  private static final Set<String> CORES = Set.of("registry/core", "operator/core", "agent/core");
  private static final String[] VENDORS = {
    "software.amazon..",
    "com.amazonaws..",
    "io.fabric8..",
    "io.javaoperatorsdk..",
    "io.vertx..",
    "io.nats.."
  };
  private static final Pattern AWS =
      Pattern.compile("aws|dynamo|ec2|asg|ssm|sts|imds|Main$", Pattern.CASE_INSENSITIVE);
  private static final Pattern KUBERNETES =
      Pattern.compile("kube|fabric8|josdk|reconciler|crd|Main$", Pattern.CASE_INSENSITIVE);

  List<ArchRule> rules() {
    return List.of(
        noPackageCycles(),
        arrows(),
        pureCores(),
        operatorWithoutNats(),
        agentWithoutKubernetes(),
        vendorInTheName("software.amazon.awssdk..", AWS),
        vendorInTheName("io.fabric8..", KUBERNETES),
        environment());
  }

  ArchRule noPackageCycles() {
    return slices().matching("dev.natsfleet.(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule arrows() {
    return classes()
        .should(new FollowArrows(root, ARROWS))
        .as("modules use only what the picture shows")
        .allowEmptyShould(true);
  }

  ArchRule pureCores() {
    return noClasses()
        .that(in(CORES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(VENDORS)
        .as("a core module knows no vendor")
        .allowEmptyShould(true);
  }

  ArchRule operatorWithoutNats() {
    return noClasses()
        .that(in(Set.of("operator/core", "operator/app")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.nats..")
        .as("the operator never talks to NATS")
        .allowEmptyShould(true);
  }

  ArchRule agentWithoutKubernetes() {
    return noClasses()
        .that(in(Set.of("agent/core", "agent/app", "agent/logs")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..")
        .as("the agent never talks to Kubernetes")
        .allowEmptyShould(true);
  }

  /**
   * An adapter says in its name, or in that of its package, whose adapter it is; Main may wire
   * them.
   */
  ArchRule vendorInTheName(String vendor, Pattern words) {
    return noClasses()
        .that(in(Set.of("crds")).negate().and(namedWithout(words)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor)
        .as(
            "whoever uses %s has one of %s in the name of the class or package"
                .formatted(vendor, words))
        .allowEmptyShould(true);
  }

  ArchRule environment() {
    return noClasses()
        .that(namedWithout(Pattern.compile("(Main|Settings)$")))
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("System.getenv is the target") {
              @Override
              public boolean test(JavaAccess<?> access) {
                return access.getTargetOwner().isEquivalentTo(System.class)
                    && access.getName().equals("getenv");
              }
            })
        .as("only Main and Settings read the environment")
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> in(Set<String> modules) {
    return DescribedPredicate.describe(
        "are of " + modules,
        type -> Compiled.moduleOf(root, type).filter(modules::contains).isPresent());
  }

  private static DescribedPredicate<JavaClass> namedWithout(Pattern words) {
    return DescribedPredicate.describe(
        "are named without " + words, type -> !words.matcher(outermostName(type)).find());
  }

  private static String outermostName(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").replaceFirst("^dev\\.natsfleet\\.", "");
  }
}
