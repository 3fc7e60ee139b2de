package dev.natsfleet.logs.shipper.publish;

import io.nats.client.Options;
import io.nats.client.impl.SocketDataPort;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection, shared with jnats. jnats reads from it and keeps the connection
 * alive; the shipper writes its messages past the queue of jnats, which would make six objects of
 * every line and does not block when it is full. Both write whole protocol messages under one lock.
 * A full socket blocks the writer; that is the back-pressure.
 */
public final class SharedDataPort extends SocketDataPort {

  /** A connection listener that takes the port of its connection. */
  interface Owner {
    void attach(SharedDataPort port);
  }

  private final ReentrantLock lock = new ReentrantLock();

  @Override
  public void afterConstruct(Options options) {
    if (options.getConnectionListener() instanceof Owner owner) {
      owner.attach(this);
    }
  }

  @Override
  public void write(byte @Nullable [] messages, int length) throws IOException {
    if (messages == null) {
      return;
    }
    lock.lock();
    try {
      super.write(messages, length);
    } finally {
      lock.unlock();
    }
  }
}
