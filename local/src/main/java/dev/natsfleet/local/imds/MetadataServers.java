package dev.natsfleet.local.imds;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The metadata services of all instances. */
public final class MetadataServers implements AutoCloseable {

  private final int port;
  private final Map<String, MetadataServer> servers = new ConcurrentHashMap<>();

  /**
   * Creates services that listen on the same port, each on its instance's address.
   *
   * @param port 0 takes a free port for each
   */
  public MetadataServers(int port) {
    this.port = port;
  }

  /**
   * Opens an instance's metadata service.
   *
   * @param read returns the text of a path below {@code /latest/}; empty means 404
   */
  public URI open(String instance, String address, Function<String, Optional<String>> read) {
    try {
      MetadataServer server = new MetadataServer(new InetSocketAddress(address, port), read);
      servers.put(instance, server);
      return server.endpoint();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the metadata service of " + instance + " cannot listen on " + address + ":" + port, e);
    }
  }

  /** Closes an instance's metadata service, if it has one. */
  public void close(String instance) {
    MetadataServer server = servers.remove(instance);
    if (server != null) {
      server.close();
    }
  }

  @Override
  public void close() {
    servers.keySet().forEach(this::close);
  }
}
