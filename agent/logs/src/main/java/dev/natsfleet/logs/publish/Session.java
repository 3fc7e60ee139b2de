package dev.natsfleet.logs.publish;

import dev.natsfleet.logs.connect.NatsOptions;
import dev.natsfleet.logs.settings.ShipperSettings;
import dev.natsfleet.logs.stream.Streams;
import dev.natsfleet.logs.tail.Generation;
import dev.natsfleet.logs.wire.Flags;
import dev.natsfleet.logs.wire.Opening;
import dev.natsfleet.logs.wire.Partition;
import dev.natsfleet.logs.wire.RecordCodec;
import dev.natsfleet.logs.wire.RecordHeader;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Dispatcher;
import io.nats.client.JetStreamApiException;
import io.nats.client.Message;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A connection that sends in order until the first doubt. Used by one thread. */
public final class Session implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final long NAP = 20_000_000L;
  private static final Duration ANSWER = Duration.ofSeconds(2);
  private static final int OVERHEAD = RecordCodec.MAX_HEADER;
  private static final int LEAST_PAYLOAD = 2 * OVERHEAD;

  private final Connection connection;
  private final Ledger ledger;
  private final Window window;
  private final Acks acks;
  private final Frames frames;
  private final Room room;
  private final long ackWait;
  private final int maxPayload;
  private final String streams;
  private long sequence;
  private long progressAt = System.nanoTime();

  private Session(Connection connection, Route route, Ledger ledger, ShipperSettings settings)
      throws InterruptedException, TimeoutException {
    this.connection = connection;
    this.streams = Streams.names(route.stream());
    this.ledger = ledger;
    this.window = new Window(settings.window());
    this.room = new Room(connection, route.stream());
    this.ackWait = settings.window().ackWait().toNanos();
    this.maxPayload = Math.toIntExact(Math.min(connection.getMaxPayload(), 1 << 18)) - OVERHEAD;
    String inbox = connection.createInbox() + ".";
    this.acks = new Acks(window, Thread.currentThread(), inbox.length(), route.stream());
    this.frames = new Frames(route.port(), route.subject(), inbox, maxPayload);
    this.sequence = ledger.sequence();
    Dispatcher dispatcher = connection.createDispatcher(acks);
    dispatcher.setPendingLimits(-1, -1);
    dispatcher.subscribe(inbox + "*");
    connection.flush(PATIENCE);
  }

  /** Connects, brings the ledger to where the stream is, and is ready to send from there. */
  public static Session open(ShipperSettings settings, Ledger ledger, Known known)
      throws Doubt, InterruptedException, GeneralSecurityException {
    Port port = new Port();
    Connection connection = null;
    try {
      connection = Nats.connect(options(settings, port));
      requireRoom(connection.getMaxPayload());
      String subject = subject(settings);
      String stream = stream(connection, subject);
      new Stored(connection, stream, subject).bring(ledger, known);
      Session session =
          new Session(connection, new Route(port.port(), stream, subject), ledger, settings);
      port.session = session;
      return session;
    } catch (IOException
        | JetStreamApiException
        | TimeoutException
        | IllegalStateException e) { // jnats throws the last when the connection ends meanwhile
      close(connection);
      throw new Doubt(String.valueOf(e.getMessage()), e);
    } catch (Doubt e) {
      close(connection);
      throw e;
    }
  }

  /** Most bytes of a payload. */
  public int maxPayload() {
    return maxPayload;
  }

  /** Sends bytes of a generation; waits while the window is full. */
  public void send(Generation generation, long start, int length, int flags, Payload payload)
      throws Doubt, InterruptedException {
    if (!window.hasRoom(length)) {
      awaitRoom(length);
    }
    int slot = window.slot();
    long number = ++sequence;
    boolean opens = start == 0;
    int early = generation.stored().offset() == 0 ? Flags.EARLY : 0;
    RecordHeader header =
        new RecordHeader(
            generation.log().id(),
            generation.number(),
            start,
            length,
            flags | (opens ? Flags.OPENS : early),
            ledger.epoch(),
            number);
    Opening opening = opens ? generation.log().opening(generation) : null;
    try {
      frames.add(header, opening, slot, payload);
    } catch (IOException e) {
      throw new Doubt("writing to the connection failed", e);
    }
    progressAt = window.inFlight() == 0 ? System.nanoTime() : progressAt;
    window.sent(generation, start + length, length, payload.lines());
  }

  /** Writes what was sent to the connection and takes in what was acknowledged. */
  public void flush() throws Doubt {
    try {
      frames.flush();
    } catch (IOException e) {
      throw new Doubt("writing to the connection failed", e);
    }
    settle();
  }

  /** Whether to send nothing new for now, because the stream is nearly full. */
  public boolean isHeldBack(long now) {
    return room.isScarce(now);
  }

  /** Why nothing new is sent for now; empty when something is. */
  public String heldBack() {
    return room.scarcity();
  }

  /** The first part of the stream's name, which those of all partitions have. */
  public String streams() {
    return streams;
  }

  /** Sends a message of another kind beside the lines; the answer is not waited for. */
  public CompletableFuture<Message> post(String to, byte[] body) {
    return connection.requestWithTimeout(to, body, ANSWER);
  }

  /** How much of the window is in use. */
  public Flight flight() {
    return window.flight();
  }

  /** Messages in flight. */
  public int inFlight() {
    return window.inFlight();
  }

  @Override
  public void close() {
    window.settle(ledger);
    ledger.inDoubt(window);
    close(connection);
  }

  private void awaitRoom(int length) throws Doubt, InterruptedException {
    flush();
    while (!window.hasRoom(length)) {
      acks.wakeAt(Math.max(1, window.inFlight() / 2));
      if (window.unsettled() == 0) {
        LockSupport.parkNanos(this, NAP);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      settle();
    }
  }

  private void settle() throws Doubt {
    int settled = window.settle(ledger);
    long now = System.nanoTime();
    String doubt = acks.doubt();
    if (doubt != null) {
      throw new Doubt(doubt);
    }
    if (settled > 0) {
      progressAt = now;
    } else if (window.inFlight() > 0 && now - progressAt > ackWait) {
      throw new Doubt("no acknowledgement came");
    }
  }

  private static Options options(ShipperSettings settings, Port port)
      throws IOException, GeneralSecurityException {
    return NatsOptions.builder(settings.nats(), "natsfleet-shipper " + settings.place().host())
        .noReconnect()
        .connectionListener(port)
        .dataPortType(LinePort.class.getName())
        .build();
  }

  private static String subject(ShipperSettings settings) {
    var place = settings.place();
    int partition = Partition.of(place.host(), place.partitions());
    return Partition.subject(place.subject(), partition, place.host());
  }

  private static void requireRoom(long maxPayload) throws Doubt {
    if (maxPayload < LEAST_PAYLOAD) {
      throw new Doubt(
          "max_payload=%d of the server leaves no room for lines: set it to %d or more"
              .formatted(maxPayload, LEAST_PAYLOAD));
    }
  }

  private static String stream(Connection connection, String subject)
      throws IOException, JetStreamApiException, Doubt {
    List<String> names = connection.jetStreamManagement().getStreamNames(subject);
    if (names.size() != 1) {
      throw new Doubt("no stream has " + subject + ": a receiver creates it");
    }
    return names.getFirst();
  }

  private static void close(@Nullable Connection connection) {
    if (connection != null) {
      try {
        connection.close();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private record Route(LinePort port, String stream, String subject) {}

  /** Hears of the connection's port, and of its end. */
  private static final class Port implements ConnectionListener, LinePort.Owner {

    private volatile @Nullable LinePort attached;
    private volatile @Nullable Session session;

    @Override
    public void attach(LinePort port) {
      attached = port;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in jnats all the same
    public void connectionEvent(Connection connection, Events event) {
      Session told = session;
      if (told != null && (event == Events.DISCONNECTED || event == Events.CLOSED)) {
        told.acks.doubt("the connection ended");
      }
    }

    LinePort port() throws IOException {
      LinePort port = attached;
      if (port == null) {
        throw new IOException("jnats made no port");
      }
      return port;
    }
  }
}
