package dev.natsfleet.logs.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Wires between servers, one for each direction, that can be cut around one of them. */
final class Mesh implements AutoCloseable {

  private static final long UNLIMITED = 1L << 40;

  private final List<Strand> strands = new ArrayList<>();

  /** Lays the wires from a server to the others' ports; gives them as a server is told of them. */
  String routes(int from, List<Integer> ports) throws IOException {
    List<String> routes = new ArrayList<>();
    for (int to = 0; to < ports.size(); to++) {
      if (to != from) {
        Wire wire = new Wire(ports.get(to), UNLIMITED);
        strands.add(new Strand(from, to, wire));
        routes.add("\"nats://127.0.0.1:%d\"".formatted(wire.port()));
      }
    }
    return String.join(", ", routes);
  }

  /** Cuts a server off from the others, or brings it back. */
  void cut(int server, boolean off) {
    for (Strand strand : strands) {
      if (strand.from == server || strand.to == server) {
        strand.wire.cut(off);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Strand strand : strands) {
      strand.wire.close();
    }
  }

  private record Strand(int from, int to, Wire wire) {}
}
