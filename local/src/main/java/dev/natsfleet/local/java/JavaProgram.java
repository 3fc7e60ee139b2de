package dev.natsfleet.local.java;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program by its main class.
 *
 * @param main class name
 * @param classPath where its classes are
 * @param flags of the JVM
 */
public record JavaProgram(String main, ClassPath classPath, List<String> flags) {

  /**
   * For a process that works little and lives beside many others: small heap, one compiler, one
   * collector thread. The last two let most of an AOT cache's memory stay clean, so that it can be
   * evicted; the price is that its address is not random.
   */
  public static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xms8m",
          "-Xmn2m",
          "-Xmx48m",
          "-Xss256k",
          "-XX:MaxDirectMemorySize=8m",
          "-XX:ReservedCodeCacheSize=24m",
          "-XX:TrimNativeHeapInterval=10000",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:ArchiveRelocationMode=0");

  /** For a process that serves others and lives for minutes to hours. */
  public static final List<String> MEDIUM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseCompactObjectHeaders",
          "-XX:-UsePerfData",
          "-Xmx256m",
          "--enable-native-access=ALL-UNNAMED");

  public JavaProgram {
    flags = List.copyOf(flags);
  }

  /** The command line, with the Java that runs this process. */
  public List<String> command(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath.toString(), main));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The same program with more flags. */
  public JavaProgram with(String... more) {
    List<String> all = new ArrayList<>(flags);
    all.addAll(List.of(more));
    return new JavaProgram(main, classPath, all);
  }
}
