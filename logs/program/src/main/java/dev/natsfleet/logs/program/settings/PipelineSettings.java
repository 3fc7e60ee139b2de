package dev.natsfleet.logs.program.settings;

import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.settings.EnvironmentReader;
import dev.natsfleet.settings.SettingsException;
import dev.natsfleet.values.CountFormat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Settings that both programs share.
 *
 * @param subject first part of every subject
 * @param partitions 0 or more
 * @param host name of this host, valid as the end of a subject and as a directory
 * @param state directory of checkpoint or journal
 * @param listen address of the local HTTP server, on loopback
 */
public record PipelineSettings(
    String subject, int partitions, String host, Path state, Optional<InetSocketAddress> listen) {

  /** The address of the local HTTP server alone, for the {@code status} command. */
  public static Optional<InetSocketAddress> listen(Map<String, String> environment)
      throws SettingsException {
    EnvironmentReader reader = Variable.reader(environment);
    Optional<InetSocketAddress> address = listen(reader);
    reader.throwProblems();
    return address;
  }

  /** The state directory alone: the chosen one, or the default one of this program. */
  public static Path state(Map<String, String> environment, ProgramName program)
      throws SettingsException {
    EnvironmentReader reader = Variable.reader(environment);
    Path state = state(reader, program);
    reader.throwProblems();
    return state;
  }

  /** The name of this host alone. */
  public static String host(Map<String, String> environment) {
    return host(Variable.reader(environment));
  }

  /** Reads the variables of a program; problems stay in the reader. */
  public static PipelineSettings from(EnvironmentReader environment, ProgramName program) {
    String subject = environment.text(Variable.SHIPPER_SUBJECT);
    environment.check(
        subject.isEmpty() || Subjects.isSubject(subject),
        "SHIPPER_SUBJECT=" + subject + " is not a subject without wildcards");
    String host = host(environment);
    environment.check(
        Subjects.isHost(host),
        "HOSTNAME=" + host + " may have letters, digits, '-', '_' and single dots inside only");
    return new PipelineSettings(
        subject,
        environment.parsed(Variable.SHIPPER_PARTITIONS, CountFormat::parse, 0),
        host,
        state(environment, program),
        listen(environment));
  }

  private static Optional<InetSocketAddress> listen(EnvironmentReader environment) {
    return environment.parsed(
        Variable.SHIPPER_LISTEN, text -> Optional.of(address(text)), Optional.empty());
  }

  private static String host(EnvironmentReader environment) {
    return environment.parsed(
        Variable.HOSTNAME,
        name -> name,
        systemName(() -> InetAddress.getLocalHost().getHostName()));
  }

  private static Path state(EnvironmentReader environment, ProgramName program) {
    String text = environment.text(Variable.SHIPPER_STATE);
    environment.check(
        !text.contains("://"), "SHIPPER_STATE=" + text + " is a URL and no directory");
    Optional<Path> chosen = environment.path(Variable.SHIPPER_STATE);
    if (chosen.isPresent()) {
      return chosen.get();
    }
    DefaultStateDirectory usual = DefaultStateDirectory.of(program);
    try {
      return usual.choose();
    } catch (IOException e) {
      environment.check(
          false,
          "SHIPPER_STATE is not set, and whether %s or %s has state of this program cannot be seen: %s; set SHIPPER_STATE to its directory"
              .formatted(usual.own(), usual.former(), FileFailure.withName(e)));
      return usual.own();
    }
  }

  /** This host's name by the resolver, else as the kernel has it. */
  static String systemName(LocalName resolver) {
    try {
      return resolver.find();
    } catch (UnknownHostException e) {
      return kernelName(); // it has a name that does not resolve
    }
  }

  /** Resolves this host's name. */
  interface LocalName {
    String find() throws UnknownHostException;
  }

  private static String kernelName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return "";
    }
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("is not <address>:<port>");
    }
    int port = CountFormat.parse(text.substring(colon + 1));
    InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("is not on loopback");
    }
    return address;
  }
}
