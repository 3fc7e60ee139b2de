package dev.natsfleet.logs.program.cli;

import dev.natsfleet.monitoring.EndpointServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a service until a signal comes, and keeps the JVM alive until the service has ended. */
final class ServiceRunner {

  private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

  private final Service service;
  private final CountDownLatch ended = new CountDownLatch(1);

  ServiceRunner(Service service) {
    this.service = service;
  }

  /** Returns when the service has ended; nothing listens without an address. */
  void run(Optional<InetSocketAddress> listen)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (service;
        EndpointServer server = listen.isPresent() ? server(listen.get()) : null) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      announce(server);
      service.body().run();
    } finally {
      ended.countDown();
    }
  }

  private EndpointServer server(InetSocketAddress address) throws IOException {
    return EndpointServer.start(address, service.endpoints());
  }

  private static void announce(@Nullable EndpointServer server) {
    if (server != null) {
      LOG.atInfo().addKeyValue("address", server.address()).log("listening");
    }
  }

  private void stop() {
    service.stop().run();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
