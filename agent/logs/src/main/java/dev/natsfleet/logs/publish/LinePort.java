package dev.natsfleet.logs.publish;

import io.nats.client.Options;
import io.nats.client.impl.SocketDataPort;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection, shared with jnats: jnats keeps the connection alive and reads; whole
 * PUB messages are written past its queue, which would make six objects of every line and does not
 * block when it is full. Both write whole protocol messages under one lock. A full socket blocks
 * the writer, which is the back-pressure.
 */
public final class LinePort extends SocketDataPort {

  /** A connection listener that wants to know the connection's port. */
  interface Owner {
    void attach(LinePort port);
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
