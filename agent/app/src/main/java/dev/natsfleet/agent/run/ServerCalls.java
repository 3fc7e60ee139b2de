package dev.natsfleet.agent.run;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.agent.server.NatsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Acts on the local nats-server, and knocks at those of peers.
 *
 * @param server the local one
 */
public record ServerCalls(NatsServer server) {

  private static final Duration KNOCK = Duration.ofSeconds(1);

  Signal configure(Action.Configure action) {
    String config = action.config();
    Optional<String> refused =
        switch (action.call()) {
          case CHECK -> server.check(config);
          case START -> server.start(config);
          default -> server.reload(config);
        };
    return refused
        .<Signal>map(why -> new Signal.Refused(action.call(), config, why))
        .orElseGet(() -> new Signal.Accepted(action.call(), config));
  }

  Signal monitor() {
    return new Signal.MonitorRead(server.monitor().read());
  }

  Signal lameDuck() {
    server.lameDuck();
    return new Signal.Done(Call.LAME_DUCK);
  }

  Signal stop() {
    server.stop();
    return new Signal.Done(Call.STOP);
  }

  static Signal probe(Collection<Peer> peers) {
    Set<String> refused =
        peers.parallelStream()
            .filter(peer -> !opens(peer))
            .map(Peer::ip)
            .collect(Collectors.toUnmodifiableSet());
    return new Signal.Probed(refused);
  }

  private static boolean opens(Peer peer) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(peer.ip(), peer.port()), (int) KNOCK.toMillis());
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
