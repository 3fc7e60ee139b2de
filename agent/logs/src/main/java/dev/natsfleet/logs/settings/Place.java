package dev.natsfleet.logs.settings;

import dev.natsfleet.logs.wire.Partition;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What both programs share: where they are in the pipeline.
 *
 * @param subject first part of every subject
 * @param partitions 0 or more
 * @param host name of this host, legal as the rest of a subject and as a directory
 * @param state directory of the program's own memory
 * @param listen address of the local HTTP server, on loopback
 */
public record Place(
    String subject, int partitions, String host, Path state, Optional<InetSocketAddress> listen) {

  /** The address of the local HTTP server alone, for who asks a running program. */
  public static Optional<InetSocketAddress> listen(Map<String, String> environment)
      throws SettingsException {
    Environment variables = new Environment(environment);
    Optional<InetSocketAddress> address = listen(variables);
    variables.throwProblems();
    return address;
  }

  static Place from(Environment environment) {
    String subject = environment.text(Variable.SHIPPER_SUBJECT);
    environment.check(
        subject.isEmpty() || Partition.isSubject(subject),
        "SHIPPER_SUBJECT=" + subject + " is not a subject without wildcards");
    String host = environment.parsed(Variable.HOSTNAME, name -> name, systemName());
    environment.check(
        Partition.isHost(host),
        "HOSTNAME=" + host + " may have letters, digits, '-', '_' and single dots inside only");
    return new Place(
        subject,
        environment.parsed(Variable.SHIPPER_PARTITIONS, Quantity::count, 0),
        host,
        Path.of(environment.text(Variable.SHIPPER_STATE)),
        listen(environment));
  }

  private static Optional<InetSocketAddress> listen(Environment environment) {
    return environment.parsed(
        Variable.SHIPPER_LISTEN, text -> Optional.of(address(text)), Optional.empty());
  }

  private static String systemName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "";
    }
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("is not <address>:<port>");
    }
    int port = Quantity.count(text.substring(colon + 1));
    InetSocketAddress address = new InetSocketAddress(text.substring(0, colon), port);
    if (address.isUnresolved() || !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("is not on loopback");
    }
    return address;
  }
}
