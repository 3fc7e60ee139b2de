package dev.natsfleet.logs.acceptance;

import dev.natsfleet.local.servers.Await;
import dev.natsfleet.logs.protocol.record.RecordCodec;
import dev.natsfleet.logs.protocol.record.RecordHeader;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A real nats-server with one stream, its files in the test's directory. */
final class Broker {

  static final String STREAM = "LOGS_0";

  /** What programs have to know in almost every test, and must never say. */
  static final String USER_INFO = "app:hunter-2-of-the-brokers@";

  static final String AUTHORIZATION =
      "authorization { user: app, password: \"hunter-2-of-the-brokers\" }\n";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final BrokerProcess brokerProcess;
  private final Access access;
  private final String userInfo;

  Broker(Path directory) throws Exception {
    this(directory, USER_INFO, new Options.Builder()::server, AUTHORIZATION);
    ask(connection -> connection.jetStreamManagement().addStream(stream()));
  }

  /** A broker without a stream, with more lines of configuration, that is reached in a way. */
  Broker(Path directory, Access access, String more) throws Exception {
    this(directory, "", access, more);
  }

  private Broker(Path directory, String userInfo, Access access, String more) throws Exception {
    this.directory = directory;
    this.userInfo = userInfo;
    this.access = access;
    this.brokerProcess = new BrokerProcess(directory, BrokerProcess.freePort(), more);
    awaitReady();
  }

  /** A broker without a stream. */
  static Broker empty(Path directory) throws Exception {
    return new Broker(directory, USER_INFO, new Options.Builder()::server, AUTHORIZATION);
  }

  /** How a URL is reached. */
  interface Access {
    Options.Builder options(String url) throws Exception;
  }

  String url() {
    return "nats://" + userInfo + brokerProcess.address();
  }

  Path store() {
    return brokerProcess.store();
  }

  /** The last record on a subject. */
  RecordHeader last(String subject) throws Exception {
    return ask(
        connection ->
            RecordCodec.parse(
                connection
                    .jetStreamManagement()
                    .getLastMessage(STREAM, subject)
                    .getHeaders()
                    .getFirst(RecordCodec.HEADER)));
  }

  <T> T ask(Question<T> question) throws Exception {
    return ask(access.options(url()), question);
  }

  static <T> T ask(Options.Builder options, Question<T> question) throws Exception {
    Connection connection = Nats.connect(options.build());
    try {
      return question.answer(connection);
    } finally {
      connection.close();
    }
  }

  /** Something to do with a connection. */
  interface Question<T> {
    T answer(Connection connection) throws Exception;
  }

  /** It hears nothing and says nothing, until it is ended. */
  void pause() throws IOException, InterruptedException {
    brokerProcess.process().signal("STOP");
  }

  void kill() throws InterruptedException {
    brokerProcess.process().kill();
  }

  /** Wakes it up with a signal that ends it. */
  void endInPause(String signal) throws IOException, InterruptedException {
    brokerProcess.process().signal(signal);
    brokerProcess.process().signal("CONT");
    brokerProcess.process().awaitEnd();
  }

  /** It reads its configuration again. */
  void reload() throws IOException, InterruptedException {
    brokerProcess.process().signal("HUP");
  }

  void terminate() throws InterruptedException {
    brokerProcess.process().terminate();
  }

  void start() throws Exception {
    brokerProcess.start();
    awaitReady();
  }

  void close() throws InterruptedException {
    brokerProcess.process().close();
  }

  private void awaitReady() throws Exception {
    Await.until(PATIENCE, this::isReady, () -> "nats-server does not come up, see " + directory);
  }

  private boolean isReady() throws Exception {
    try {
      return ask(connection -> connection.jetStreamManagement().getStreamNames() != null);
    } catch (IOException | JetStreamApiException e) {
      return false;
    }
  }

  static StreamConfiguration stream() {
    return StreamConfiguration.builder()
        .name(STREAM)
        .subjects("shipper.p0.>")
        .storageType(StorageType.File)
        .allowDirect(true)
        .build();
  }
}
