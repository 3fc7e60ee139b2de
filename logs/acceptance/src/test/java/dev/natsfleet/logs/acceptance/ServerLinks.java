package dev.natsfleet.logs.acceptance;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Wires between servers, one for each direction, that can be cut around one of them. */
final class ServerLinks implements AutoCloseable {

  private static final long UNLIMITED = 1L << 40;

  private final List<Strand> strands = new ArrayList<>();

  /** Lays the wires from a server to the others' ports; gives them as a server is told of them. */
  String routes(int from, List<Integer> ports) throws IOException {
    List<String> routes = new ArrayList<>();
    for (int to = 0; to < ports.size(); to++) {
      if (to != from) {
        TcpProxy tcpProxy = new TcpProxy(ports.get(to), UNLIMITED);
        strands.add(new Strand(from, to, tcpProxy));
        routes.add("\"nats://127.0.0.1:%d\"".formatted(tcpProxy.port()));
      }
    }
    return String.join(", ", routes);
  }

  /** Cuts a server off from the others, or brings it back. */
  void cut(int server, boolean off) {
    for (Strand strand : strands) {
      if (strand.from == server || strand.to == server) {
        strand.tcpProxy.cut(off);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Strand strand : strands) {
      strand.tcpProxy.close();
    }
  }

  private record Strand(int from, int to, TcpProxy tcpProxy) {}
}
