package dev.natsfleet.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The architecture rules of the design. */
record Architecture(Path root) {

  /**
   * For each module the modules whose classes it may use. A module that is missing here breaks the
   * rule.
   */
  static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("values", Set.of()),
          Map.entry("failures", Set.of()),
          Map.entry("monitoring", Set.of()),
          Map.entry("settings", Set.of()),
          Map.entry("crds", Set.of("values")),
          Map.entry("registry/core", Set.of()),
          Map.entry("registry/dynamodb", Set.of("registry/core")),
          Map.entry("registry/dynamodb-local", Set.of("registry/core", "registry/dynamodb")),
          Map.entry("operator/core", Set.of("crds", "registry/core", "values", "failures")),
          Map.entry(
              "operator/app",
              Set.of(
                  "operator/core",
                  "crds",
                  "registry/core",
                  "registry/dynamodb",
                  "values",
                  "failures",
                  "monitoring",
                  "settings")),
          Map.entry("agent/core", Set.of("registry/core", "values")),
          Map.entry(
              "agent/app",
              Set.of(
                  "agent/core",
                  "registry/core",
                  "registry/dynamodb",
                  "values",
                  "failures",
                  "monitoring",
                  "settings")),
          Map.entry("logs/protocol", Set.of()),
          Map.entry(
              "logs/program",
              Set.of("logs/protocol", "values", "failures", "monitoring", "settings")),
          Map.entry(
              "logs/shipper",
              Set.of(
                  "logs/program", "logs/protocol", "values", "failures", "monitoring", "settings")),
          Map.entry(
              "logs/receiver",
              Set.of(
                  "logs/program", "logs/protocol", "values", "failures", "monitoring", "settings")),
          Map.entry("bench", Set.of()),
          Map.entry("bench/clusters", Set.of("local", "local/servers", "crds")),
          Map.entry("local/servers", Set.of()),
          Map.entry(
              "local",
              Set.of(
                  "local/servers",
                  "crds",
                  "registry/core",
                  "registry/dynamodb",
                  "registry/dynamodb-local")),
          Map.entry(
              "simulation",
              Set.of("operator/core", "agent/core", "registry/core", "crds", "local")));

  private static final Set<String> CORES =
      Set.of(
          "values",
          "registry/core",
          "operator/core",
          "agent/core",
          "failures",
          "monitoring",
          "settings");
  private static final Set<String> DECIDING =
      Set.of("values", "registry/core", "operator/core", "agent/core");
  private static final String[] VENDORS = {
    "software.amazon..",
    "com.amazonaws..",
    "io.fabric8..",
    "io.javaoperatorsdk..",
    "io.vertx..",
    "io.nats.."
  };
  private static final String[] NATS_ADAPTERS = {
    "dev.natsfleet.logs.program.connect..",
    "dev.natsfleet.logs.protocol.audit..",
    "dev.natsfleet.logs.receiver.stream..",
    "dev.natsfleet.logs.shipper.publish.."
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
        natsInAdapters(),
        environment(),
        commonPool(),
        PurityRules.clocks(in(PurityRules.MEASURING)),
        PurityRules.noInputOutput(in(DECIDING)));
  }

  ArchRule noPackageCycles() {
    return slices().matching("dev.natsfleet.(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  ArchRule arrows() {
    return classes()
        .should(new ModuleArrows(root, ARROWS))
        .as("modules use only what the picture shows")
        .allowEmptyShould(true);
  }

  ArchRule pureCores() {
    return noClasses()
        .that(in(CORES))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(VENDORS)
        .as("a core module, and what every program shares, knows no vendor")
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
        .that(
            in(
                Set.of(
                    "agent/core",
                    "agent/app",
                    "logs/protocol",
                    "logs/program",
                    "logs/shipper",
                    "logs/receiver")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.fabric8..", "io.javaoperatorsdk..")
        .as("the agent never talks to Kubernetes")
        .allowEmptyShould(true);
  }

  /**
   * A class that uses a vendor's classes has the vendor in its name or in the name of its package;
   * Main classes are exempt because they wire adapters.
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

  ArchRule natsInAdapters() {
    return noClasses()
        .that(in(Set.of("logs/protocol", "logs/program", "logs/shipper", "logs/receiver")))
        .and()
        .resideOutsideOfPackages(NATS_ADAPTERS)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.nats..")
        .as("the log programs use the NATS client in their adapters only")
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

  /**
   * The pool has one thread on two cores, and the JDK needs it to tell that a process has ended.
   */
  ArchRule commonPool() {
    return noClasses()
        .should()
        .callMethod(CompletableFuture.class, "runAsync", Runnable.class)
        .orShould()
        .callMethod(CompletableFuture.class, "supplyAsync", Supplier.class)
        .orShould()
        .callMethod(CompletableFuture.class, "delayedExecutor", long.class, TimeUnit.class)
        .orShould()
        .callMethod(Collection.class, "parallelStream")
        .as("nothing runs in the JDK's common pool: name an executor")
        .allowEmptyShould(true);
  }

  private DescribedPredicate<JavaClass> in(Set<String> modules) {
    return DescribedPredicate.describe(
        "are of " + modules,
        type -> CompiledModules.moduleOf(root, type).filter(modules::contains).isPresent());
  }

  private static DescribedPredicate<JavaClass> namedWithout(Pattern words) {
    return DescribedPredicate.describe(
        "are named without " + words, type -> !words.matcher(outermostName(type)).find());
  }

  private static String outermostName(JavaClass type) {
    return type.getName().replaceFirst("\\$.*", "").replaceFirst("^dev\\.natsfleet\\.", "");
  }
}
