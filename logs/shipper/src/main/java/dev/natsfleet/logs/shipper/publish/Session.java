package dev.natsfleet.logs.shipper.publish;

import dev.natsfleet.logs.program.connect.JetStreamAbsence;
import dev.natsfleet.logs.program.connect.NatsOptions;
import dev.natsfleet.logs.program.settings.PipelineSettings;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordFlags;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import dev.natsfleet.logs.protocol.record.StreamNames;
import dev.natsfleet.logs.protocol.record.Subjects;
import dev.natsfleet.logs.shipper.read.SentGeneration;
import dev.natsfleet.logs.shipper.settings.ShipperSettings;
import dev.natsfleet.settings.UrlSecrets;
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

/**
 * A connection that sends records in order. It ends as soon as it is not certain what the stream
 * has. Used by one thread.
 */
public final class Session implements RecordSink, AutoCloseable {

  private static final Duration FLUSH_TIMEOUT = Duration.ofSeconds(5);
  private static final long PARK_NANOS = 20_000_000L;
  private static final long STOP_NANOS = Duration.ofSeconds(10).toNanos();
  private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(2);
  private static final int OVERHEAD = RecordCodec.MAX_HEADER;
  private static final int LEAST_PAYLOAD = 2 * OVERHEAD;

  private final Connection connection;
  private final Ledger ledger;
  private final Window window;
  private final AckReader acks;
  private final HpubBuffer buffer;
  private final StreamCapacityProbe capacity;
  private final long ackWait;
  private final int maxPayload;
  private final String streamPrefix;
  private final ProgramClock clock;
  private long sequence;
  private long progressAt;
  private volatile boolean stopping;
  private volatile long stopAt;

  private Session(
      Connection connection,
      Route route,
      Ledger ledger,
      ShipperSettings settings,
      ProgramClock clock)
      throws InterruptedException, TimeoutException {
    this.connection = connection;
    this.clock = clock;
    this.progressAt = clock.nanos();
    this.streamPrefix = StreamNames.prefixOf(route.stream());
    this.ledger = ledger;
    this.window = new Window(settings.window());
    this.capacity = new StreamCapacityProbe(connection, route.stream(), clock.nanos());
    this.ackWait = settings.window().ackWait().toNanos();
    this.maxPayload = Math.toIntExact(Math.min(connection.getMaxPayload(), 1 << 18)) - OVERHEAD;
    String inbox = connection.createInbox() + ".";
    this.acks = new AckReader(window, Thread.currentThread(), inbox.length(), route.stream());
    this.buffer = new HpubBuffer(route.port(), route.subject(), inbox, maxPayload);
    this.sequence = ledger.sequence();
    Dispatcher dispatcher = connection.createDispatcher(acks);
    dispatcher.setPendingLimits(-1, -1);
    dispatcher.subscribe(inbox + "*");
    connection.flush(FLUSH_TIMEOUT);
  }

  /** Connects, and moves ledger and generations to what the stream has. */
  public static Session open(
      ShipperSettings settings, Ledger ledger, LogLookup logs, ProgramClock clock)
      throws PublishUncertainException, InterruptedException {
    Port port = new Port(NatsOptions.listener(name(settings)));
    Connection connection = null;
    try {
      connection = Nats.connect(options(settings, port));
      checkMaxPayload(connection.getMaxPayload());
      String subject = subject(settings);
      String stream = stream(connection, subject);
      new StreamSync(connection, stream, subject).synchronize(ledger, logs);
      Session session =
          new Session(connection, new Route(port.port(), stream, subject), ledger, settings, clock);
      port.session = session;
      return session;
    } catch (IOException
        | JetStreamApiException
        | TimeoutException
        | GeneralSecurityException // a certificate that is being replaced
        | IllegalStateException e) { // jnats throws the last when the connection ends meanwhile
      String why =
          connection == null
              ? String.valueOf(e.getMessage())
              : JetStreamAbsence.explain(connection, e);
      close(connection);
      throw new PublishUncertainException(UrlSecrets.redactUrls(why), e);
    } catch (PublishUncertainException e) {
      close(connection);
      throw e;
    }
  }

  @Override
  public int maxPayload() {
    return maxPayload;
  }

  @Override
  public void send(SentGeneration generation, long start, int length, int flags, Payload payload)
      throws PublishUncertainException, InterruptedException {
    if (!window.hasRoom(length)) {
      awaitRoom(length);
    }
    int slot = window.slot();
    long number = ++sequence;
    boolean first = payload.start() != null;
    int early = generation.stored().offset() == 0 ? RecordFlags.EARLY : 0;
    RecordHeader header =
        new RecordHeader(
            generation.log().id(),
            generation.number(),
            start,
            length,
            flags | (first ? RecordFlags.OPENS : early),
            ledger.epoch(),
            number);
    try {
      buffer.add(header, slot, payload);
    } catch (IOException e) {
      throw new PublishUncertainException("writing to the connection failed", e);
    }
    progressAt = window.inFlight() == 0 ? clock.nanos() : progressAt;
    window.add(generation, start + length, length, payload.lines());
  }

  /** Writes gathered records to the connection, and settles the acknowledged ones. */
  public void flush() throws PublishUncertainException {
    try {
      buffer.flush();
    } catch (IOException e) {
      throw new PublishUncertainException("writing to the connection failed", e);
    }
    settle();
  }

  /** Whether nothing new may be sent for now, because the stream is nearly full. */
  public boolean isHeldBack(long now) {
    return capacity.isNearlyFull(now);
  }

  /** Why nothing new is sent for now; empty when something is. */
  public String heldBack() {
    return capacity.description();
  }

  /** Whether that is because the stream's configuration would lose lines. */
  public boolean isStreamRefused() {
    return capacity.isConfigurationRefused();
  }

  /** The first part of the names of the streams of all partitions. */
  public String streamPrefix() {
    return streamPrefix;
  }

  /** Requests something else than a record be stored; does not wait for the answer. */
  public CompletableFuture<RequestReply> request(String to, byte[] body) {
    CompletableFuture<Message> asked = connection.requestWithTimeout(to, body, REQUEST_TIMEOUT);
    return asked.handle((message, problem) -> RequestReply.of(message, asked));
  }

  /**
   * Waits for acknowledgements no longer than ten seconds from now, however long it would
   * otherwise; the next start asks the stream what it has. May be called by any thread.
   */
  public void stopSoon() {
    stopAt = clock.nanos() + STOP_NANOS;
    stopping = true;
  }

  /** How full the window is. */
  public InFlight windowUsage() {
    return window.usage();
  }

  /** Number of messages in flight. */
  public int inFlight() {
    return window.inFlight();
  }

  @Override
  public void close() {
    window.settle(ledger);
    ledger.setUncertain(window.unsettledLines());
    close(connection);
  }

  private void awaitRoom(int length) throws PublishUncertainException, InterruptedException {
    flush();
    while (!window.hasRoom(length)) {
      acks.wakeAt(Math.max(1, window.inFlight() / 2));
      if (window.unsettled() == 0) {
        LockSupport.parkNanos(this, PARK_NANOS);
      }
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      settle();
    }
  }

  private void settle() throws PublishUncertainException {
    int settled = window.settle(ledger);
    long now = clock.nanos();
    String failure = acks.failure();
    if (failure != null) {
      throw new PublishUncertainException(failure);
    }
    if (settled > 0) {
      progressAt = now;
    } else if (window.inFlight() > 0 && now - progressAt > ackWait) {
      throw new PublishUncertainException(
          "no acknowledgement came within %d ms".formatted(ackWait / 1_000_000));
    }
    if (stopping && window.inFlight() > 0 && now - stopAt > 0) {
      throw new PublishUncertainException(
          "stopped before the stream has acknowledged everything; the next start asks it");
    }
  }

  private static Options options(ShipperSettings settings, Port port)
      throws IOException, GeneralSecurityException {
    return NatsOptions.builder(settings.nats(), name(settings))
        .noReconnect()
        .connectionListener(port)
        .dataPortType(SharedDataPort.class.getName())
        .build();
  }

  private static String name(ShipperSettings settings) {
    return "natsfleet-shipper " + settings.pipelineSettings().host();
  }

  private static String subject(ShipperSettings settings) {
    PipelineSettings pipeline = settings.pipelineSettings();
    int partition = Subjects.partition(pipeline.host(), pipeline.partitions());
    return Subjects.subject(pipeline.subject(), partition, pipeline.host());
  }

  private static void checkMaxPayload(long maxPayload) throws PublishUncertainException {
    if (maxPayload < LEAST_PAYLOAD) {
      throw new PublishUncertainException(
          "the server has max_payload=%d, which leaves no room for lines: set it to %d or more"
              .formatted(maxPayload, LEAST_PAYLOAD));
    }
  }

  private static String stream(Connection connection, String subject)
      throws IOException, JetStreamApiException, PublishUncertainException {
    List<String> names = connection.jetStreamManagement().getStreamNames(subject);
    if (names.size() != 1) {
      throw new PublishUncertainException(
          "no stream has subject %s: start a receiver, which creates it".formatted(subject));
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

  private record Route(SharedDataPort port, String stream, String subject) {}

  /** Takes the port of the connection, and ends the session when the connection ends. */
  private static final class Port implements ConnectionListener, SharedDataPort.Owner {

    private final ConnectionListener logger;
    private volatile @Nullable SharedDataPort attached;
    private volatile @Nullable Session session;

    Port(ConnectionListener logger) {
      this.logger = logger;
    }

    @Override
    public void attach(SharedDataPort port) {
      attached = port;
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in jnats all the same
    public void connectionEvent(Connection connection, Events event) {
      if (event == Events.CONNECTED) {
        logger.connectionEvent(connection, event);
      }
      Session present = session;
      if (present != null && (event == Events.DISCONNECTED || event == Events.CLOSED)) {
        present.acks.fail("the connection ended");
      }
    }

    SharedDataPort port() throws IOException {
      SharedDataPort port = attached;
      if (port == null) {
        throw new IOException("jnats has made no data port");
      }
      return port;
    }
  }
}
