package dev.natsfleet.logs.program.cli;

import dev.natsfleet.logs.program.settings.ProgramName;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The Unix domain sockets in a state directory, at which running programs show their status. A
 * program that shares the directory with others of its kind has its host in the name.
 */
public record StatusSocket(ProgramName program, Path directory) {

  private static final String END = ".sock";

  /** Of the only program of its kind in the directory. */
  public Path ofOne() {
    return directory.resolve(name() + END);
  }

  /** Of one program among others of its kind. */
  public Path ofHost(String host) {
    return directory.resolve(name() + "-" + host + END);
  }

  /**
   * The socket of the program that somebody asks for. Those that killed programs have left count
   * only where no program listens.
   *
   * @param host of whoever asks, which is preferred where there are several
   * @throws IOException if there is none, or no telling which
   */
  Path find(String host) throws IOException {
    List<Path> all = list();
    List<Path> live = all.stream().filter(StatusSocket::isListening).toList();
    List<Path> found = live.isEmpty() ? all : live;
    if (found.size() == 1) {
      return found.getFirst();
    }
    if (found.contains(ofHost(host))) {
      return ofHost(host);
    }
    throw new IOException(
        found.isEmpty()
            ? "no running natsfleet-%s has the state directory %s: set SHIPPER_STATE or SHIPPER_LISTEN as for the program"
                .formatted(name(), directory)
            : "several programs have the state directory %s: set HOSTNAME to the host in one of the names %s"
                .formatted(directory, found.stream().map(Path::getFileName).toList()));
  }

  private static boolean isListening(Path socket) {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      return channel.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private List<Path> list() throws IOException {
    List<Path> found = new ArrayList<>();
    if (Files.isDirectory(directory)) {
      try (DirectoryStream<Path> sockets =
          Files.newDirectoryStream(directory, "{%1$s,%1$s-*}%2$s".formatted(name(), END))) {
        sockets.forEach(found::add);
      }
    }
    return found.stream().sorted().toList();
  }

  private String name() {
    return program.name().toLowerCase(Locale.ROOT);
  }
}
