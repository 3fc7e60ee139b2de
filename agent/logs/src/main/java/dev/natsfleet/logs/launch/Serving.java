package dev.natsfleet.logs.launch;

import dev.natsfleet.logs.outside.LocalServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A service from its start to a signal, which waits until the service has ended in order. */
final class Serving {

  private final Service service;
  private final CountDownLatch ended = new CountDownLatch(1);

  Serving(Service service) {
    this.service = service;
  }

  void run(Optional<InetSocketAddress> listen)
      throws IOException, InterruptedException, GeneralSecurityException {
    try (service;
        LocalServer server = LocalServer.start(listen, service.pages())) {
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
      server.announce();
      service.body().run();
    } finally {
      ended.countDown();
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
