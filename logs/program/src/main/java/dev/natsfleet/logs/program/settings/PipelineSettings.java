package dev.natsfleet.logs.program.settings;

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

  /** Reads the variables; problems stay in the reader. */
  public static PipelineSettings from(EnvironmentReader environment) {
    String subject = environment.text(Variable.SHIPPER_SUBJECT);
    environment.check(
        subject.isEmpty() || Subjects.isSubject(subject),
        "SHIPPER_SUBJECT=" + subject + " is not a subject without wildcards");
    String host = environment.parsed(Variable.HOSTNAME, name -> name, systemName());
    environment.check(
        Subjects.isHost(host),
        "HOSTNAME=" + host + " may have letters, digits, '-', '_' and single dots inside only");
    return new PipelineSettings(
        subject,
        environment.parsed(Variable.SHIPPER_PARTITIONS, CountFormat::parse, 0),
        host,
        environment.parsed(Variable.SHIPPER_STATE, Path::of),
        listen(environment));
  }

  private static Optional<InetSocketAddress> listen(EnvironmentReader environment) {
    return environment.parsed(
        Variable.SHIPPER_LISTEN, text -> Optional.of(address(text)), Optional.empty());
  }

  private static String systemName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return kernelName(); // it has a name that does not resolve
    }
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
