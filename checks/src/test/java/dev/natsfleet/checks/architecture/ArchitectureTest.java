package dev.natsfleet.checks.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import dev.natsfleet.checks.tree.SourceSet;
import dev.natsfleet.checks.tree.SourceTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {
  private static final String AMAZON = "package software.amazon.awssdk; public class Sdk {}";
  private static final String NATS = "package io.nats; public class Client {}";
  private static final String FABRIC8 = "package io.fabric8; public class Client {}";

  /**
   * A bad sample: the rule that must report it, the module it belongs to, its source, and the
   * source of the class it uses.
   */
  record Sample(String rule, String module, String source, String used) {}

  static final List<Sample> BAD =
      List.of(
          new Sample(
              "cycles",
              "local",
              "package dev.natsfleet.a; public class A { dev.natsfleet.b.B b; }",
              "package dev.natsfleet.b; public class B { dev.natsfleet.a.A a; }"),
          new Sample(
              "picture",
              "agent/core",
              "package dev.natsfleet.a; public class A { dev.natsfleet.x.X x; }",
              "package dev.natsfleet.x; public class X {}"),
          new Sample("picture", "surprise", "package dev.natsfleet.a; public class A {}", AMAZON),
          new Sample(
              "core module",
              "operator/core",
              "package dev.natsfleet.a; public class A { software.amazon.awssdk.Sdk s; }",
              AMAZON),
          new Sample(
              "talks to NATS",
              "operator/app",
              "package dev.natsfleet.a; public class A { io.nats.Client c; }",
              NATS),
          new Sample(
              "in their adapters only",
              "logs/receiver",
              "package dev.natsfleet.logs.receiver; public class A { io.nats.Client c; }",
              NATS),
          new Sample(
              "talks to Kubernetes",
              "logs/shipper",
              "package dev.natsfleet.a; public class A { io.fabric8.Client c; }",
              FABRIC8),
          new Sample(
              "software.amazon",
              "local",
              "package dev.natsfleet.a; public class A { software.amazon.awssdk.Sdk s; }",
              AMAZON),
          new Sample(
              "io.fabric8",
              "local",
              "package dev.natsfleet.a; public class A { io.fabric8.Client c; }",
              FABRIC8),
          new Sample(
              "environment",
              "local",
              "package dev.natsfleet.a; class A { String h() { return System.getenv(\"H\"); } }",
              AMAZON),
          new Sample(
              "environment",
              "local",
              "package dev.natsfleet.a; class A { java.util.function.Function<String, String> f = System::getenv; }",
              AMAZON),
          new Sample(
              "machine's clocks",
              "operator/core",
              "package dev.natsfleet.a; class A { java.time.Instant t = java.time.Instant.now(); }",
              AMAZON),
          new Sample(
              "machine's clocks",
              "logs/receiver",
              "package dev.natsfleet.a; class A { java.util.function.LongSupplier t = System::nanoTime; }",
              AMAZON),
          new Sample(
              "does no I/O",
              "agent/core",
              "package dev.natsfleet.a; class A { boolean b(java.nio.file.Path p) {"
                  + " return java.nio.file.Files.exists(p); } }",
              AMAZON),
          new Sample(
              "common pool",
              "local",
              "package dev.natsfleet.a; class A { void a(Runnable r) {"
                  + " java.util.concurrent.CompletableFuture.runAsync(r); } }",
              AMAZON));

  @Test
  void shouldFollowTheDesign() {
    // Given
    SourceTree sourceTree = SourceTree.ofBuild();
    CompiledModules compiledModules = CompiledModules.of(sourceTree.root(), sourceTree.modules());

    // When / Then
    assertThat(compiledModules.classes())
        .hasSizeGreaterThan(sourceTree.java(SourceSet.MAIN).size() / 2);
    for (ArchRule rule : new Architecture(sourceTree.root()).rules()) {
      assertThat(broken(rule, compiledModules)).as(rule.getDescription()).isEmpty();
    }
  }

  @ParameterizedTest
  @FieldSource("BAD")
  void shouldSpeakOfABadSample(Sample sample, @TempDir Path root) throws IOException {
    // Given
    compile(root, sample);
    CompiledModules compiledModules =
        CompiledModules.of(root, List.of(sample.module(), "operator/app"));

    // When
    List<ArchRule> speaking =
        new Architecture(root)
            .rules().stream().filter(rule -> !broken(rule, compiledModules).isEmpty()).toList();

    // Then
    assertThat(speaking)
        .extracting(ArchRule::getDescription)
        .anyMatch(description -> description.contains(sample.rule()));
  }

  @Test
  void shouldHaveASampleOfEveryRule() {
    assertThat(new Architecture(SourceTree.ofBuild().root()).rules())
        .extracting(ArchRule::getDescription)
        .allMatch(
            description -> BAD.stream().anyMatch(sample -> description.contains(sample.rule())));
  }

  @Test
  void shouldAcceptAnAdapterThatNamesItsVendor(@TempDir Path root) throws IOException {
    // Given
    compile(
        root,
        new Sample(
            "",
            "local",
            "package dev.natsfleet.a; public class AwsThing { software.amazon.awssdk.Sdk s; }",
            AMAZON));

    // When
    ArchRule rule =
        new Architecture(root).vendorInTheName("software.amazon.awssdk..", Pattern.compile("Aws"));

    // Then
    assertThat(broken(rule, CompiledModules.of(root, List.of("local")))).isEmpty();
  }

  private static List<String> broken(ArchRule rule, CompiledModules compiledModules) {
    return rule.evaluate(compiledModules.classes()).getFailureReport().getDetails();
  }

  /**
   * Compiles packages a and b into the sample's module, x into operator/app, and vendors' packages
   * into no module.
   */
  private static void compile(Path root, Sample sample) throws IOException {
    Path all = Files.createDirectories(root.resolve("all"));
    Path used =
        Files.writeString(
            Files.createDirectories(root.resolve("src")).resolve(nameIn(sample.used())),
            sample.used());
    Path source =
        Files.writeString(root.resolve("src").resolve(nameIn(sample.source())), sample.source());
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-d", all.toString(), used.toString(), source.toString());
    assertThat(result).isZero();
    move(
        all.resolve("dev/natsfleet/x"),
        root.resolve("operator/app/target/classes").resolve("dev/natsfleet/x"));
    move(
        all.resolve("dev/natsfleet"),
        root.resolve(sample.module(), "target/classes").resolve("dev/natsfleet"));
  }

  private static void move(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      Files.createDirectories(to.getParent());
      Files.move(from, to);
    }
  }

  private static String nameIn(String source) {
    return source.replaceFirst(".*class (\\w+).*", "$1.java");
  }
}
