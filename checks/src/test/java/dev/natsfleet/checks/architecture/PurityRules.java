package dev.natsfleet.checks.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What keeps decisions pure: time comes from a clock that somebody hands over, and a core does no
 * I/O.
 */
final class PurityRules {

  /** Modules that start real processes and measure them have no clock but the machine's. */
  static final Set<String> MEASURING = Set.of("local", "local/servers", "bench", "bench/clusters");

  private static final Map<String, Set<String>> CLOCKS =
      Map.of(
          "java.lang.System", Set.of("nanoTime", "currentTimeMillis"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis"),
          "java.time.InstantSource", Set.of("system"),
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.OffsetDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"));
  private static final List<String> IO =
      List.of("java.io.", "java.net.", "java.nio.file.", "java.nio.channels.");
  private static final Set<String> VALUES =
      Set.of("java.nio.file.Path", "java.io.Serial", "java.io.Serializable");

  private PurityRules() {}

  static ArchRule clocks(DescribedPredicate<JavaClass> measuring) {
    return noClasses()
        .that(DescribedPredicate.not(measuring))
        .and()
        .haveNameNotMatching(".*(Clocks?|Main)(\\$.*)?")
        .should()
        .accessTargetWhere(
            new DescribedPredicate<JavaAccess<?>>("the target is a clock of the machine") {
              @Override
              public boolean test(JavaAccess<?> access) {
                return CLOCKS
                    .getOrDefault(access.getTargetOwner().getName(), Set.of())
                    .contains(access.getName());
              }
            })
        .as("only a Clock or a Main reads the machine's clocks: take one from whoever calls")
        .allowEmptyShould(true);
  }

  static ArchRule noInputOutput(DescribedPredicate<JavaClass> cores) {
    return noClasses()
        .that(cores)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "do I/O",
                type ->
                    IO.stream().anyMatch(type.getName()::startsWith)
                        && !VALUES.contains(type.getName())))
        .as("a core does no I/O: a port says what it needs")
        .allowEmptyShould(true);
  }
}
