package dev.natsfleet.local.jvm;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A Java program.
 *
 * @param main name of the main class
 * @param classPath its classes
 * @param flags JVM flags
 */
public record JavaProgram(String main, ClassPath classPath, List<String> flags) {

  /**
   * Flags for a process with little work beside many others: small heap, one compiler, one
   * collector thread. With the last two flags most of an AOT cache's memory stays clean and can be
   * evicted; in exchange its address is not random.
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

  /** Flags for a process that serves others for minutes to hours. */
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
