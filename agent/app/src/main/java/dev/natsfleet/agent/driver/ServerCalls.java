package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.node.Action;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.agent.route.Peer;
import dev.natsfleet.agent.server.NatsServer;
import dev.natsfleet.agent.server.ServerException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Calls to the local nats-server, and connection attempts to those of peers.
 *
 * @param server the local one
 */
public record ServerCalls(NatsServer server) {

  private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(1);

  /** Completes on the loop when the running nats-server has ended, with its exit code in words. */
  Future<String> exit(Context loop) {
    return server.exit(loop);
  }

  /** What is known of the end; blocking. */
  String describeExit(String code) {
    return server.describeExit(code);
  }

  /** What nats-server's own health check reports, or an empty string; blocking. */
  String healthProblem() {
    return server.monitor().healthProblem();
  }

  Signal configure(Action.Configure action) {
    String config = action.config();
    Optional<String> refused =
        switch (action.actionKind()) {
          case CHECK -> server.check(config);
          case START -> server.start(config);
          default -> server.reload(config);
        };
    return refused
        .<Signal>map(why -> new Signal.Refused(action.actionKind(), config, why))
        .orElseGet(() -> new Signal.Accepted(action.actionKind(), config));
  }

  /** A server that is silent at both ends is told from one whose monitor alone is. */
  Signal monitor() {
    try {
      return new Signal.MonitorRead(server.monitor().read());
    } catch (ServerException e) {
      if (server.isGreetingClients()) {
        throw e;
      }
      return new Signal.Mute(String.valueOf(e.getMessage()));
    }
  }

  Signal lameDuck() {
    server.lameDuck();
    return new Signal.Done(ActionKind.LAME_DUCK);
  }

  Signal stop() {
    server.stop();
    return new Signal.Done(ActionKind.STOP);
  }

  static Signal probe(Collection<Peer> peers) {
    Set<String> refused = ConcurrentHashMap.newKeySet();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      peers.forEach(peer -> threads.execute(() -> connect(peer, refused)));
    }
    return new Signal.Probed(Set.copyOf(refused));
  }

  private static void connect(Peer peer, Set<String> refused) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(peer.ip(), peer.port()), (int) PROBE_TIMEOUT.toMillis());
    } catch (IOException e) {
      refused.add(peer.ip());
    }
  }
}
