package dev.natsfleet.logs.program.cli;

import dev.natsfleet.logs.program.files.FileFailure;
import dev.natsfleet.monitoring.EndpointServer;
import dev.natsfleet.monitoring.UnixSocketServer;
import java.io.Closeable;
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

  private final String name;
  private final Service service;
  private final CountDownLatch ended = new CountDownLatch(1);

  ServiceRunner(String name, Service service) {
    this.name = name;
    this.service = service;
  }

  /** Returns when the service has ended; nothing listens without an address. */
  void run(Optional<InetSocketAddress> listen)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (service;
        Closeable _ = socketServer();
        EndpointServer server = listen.isPresent() ? server(listen.get()) : null) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      announce(server);
      service.body().run();
    } finally {
      ended.countDown();
    }
  }

  /** The program's work does not depend on being seen. */
  private Closeable socketServer() {
    try {
      UnixSocketServer started = UnixSocketServer.start(service.socket(), service.endpoints());
      LOG.atInfo()
          .addKeyValue("command", name + " status")
          .addKeyValue("socket", service.socket())
          .log("the status is shown by the command, through the socket");
      return () -> close(started);
    } catch (IOException e) {
      LOG.atWarn()
          .addKeyValue("socket", service.socket())
          .addKeyValue("reason", FileFailure.withName(e))
          .log("the socket of the status cannot be made; SHIPPER_LISTEN shows the status over TCP");
      return () -> LOG.debug("there was no socket");
    }
  }

  private static void close(UnixSocketServer started) {
    try {
      started.close();
    } catch (IOException e) {
      LOG.atDebug().setCause(e).log("the socket is left; the next start replaces it");
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
