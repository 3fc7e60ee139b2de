package dev.natsfleet.logs.acceptance;

import io.nats.client.api.RetentionPolicy;
import io.nats.client.api.StreamConfiguration;
import io.nats.client.api.SubjectTransform;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stream that somebody else has made otherwise. */
@Tag("server")
class StreamRefusedTest {

  @TempDir Path directory;
  private Pipeline pipeline;

  @BeforeEach
  void start() throws Exception {
    pipeline = new Pipeline(directory);
  }

  @AfterEach
  void end() throws Exception {
    pipeline.close();
  }

  @Test
  void shouldSayWhatIsWrongAndGoOnWhenItIsMended() throws Exception {
    // Given
    make(stream -> stream.maxMessages(1_000));
    ReceiverProcess receiverProcess = pipeline.receiving("one");
    receiverProcess.awaitSaying("LOGS_0: max_msgs=1000: a limit by number deletes unread lines");
    LogWriter app = pipeline.writer("app.log", 1);
    app.lines(10);

    // When
    pipeline
        .broker()
        .ask(c -> c.jetStreamManagement().updateStream(stream().maxMessages(-1).build()));

    // Then
    receiverProcess.check(ShipperProcess.HOST, app);
  }

  @Test
  void shouldNameTheSettingTheValueAndTheWayOut() throws Exception {
    make(stream -> stream.retentionPolicy(RetentionPolicy.WorkQueue));
    pipeline.receiving("one").awaitSaying("retention=workqueue: messages must stay");
    make(stream -> stream.maxBytes(1 << 20));
    pipeline.receiving("two").awaitSaying("discard=old: a full stream would delete unread lines");
    make(stream -> stream.maximumMessageSize(1_000));
    pipeline.receiving("four").awaitSaying("max_msg_size=1000: a long line would stop its shipper");
    make(stream -> stream.subjectTransform(new SubjectTransform("shipper.>", "other.>")));
    pipeline.receiving("five").awaitSaying("subject_transform=shipper.> to other.>: lines would");
    make(stream -> stream.subjects("shipper.p0.web"));
    pipeline.receiving("three").awaitSaying("subjects=[shipper.p0.web]: lines for shipper.p0.>");
  }

  /** Subjects belong to one stream, whatever the first part of its name. */
  @Test
  void shouldNameTheStreamThatHasTheSubjectsAndTheWayOut() throws Exception {
    pipeline
        .receiving("one", "SHIPPER_STREAM_TARGET=out_logs")
        .awaitSaying(
            "stream out_logs_0 cannot be created: subjects [shipper.p0.>, shipper] belong to the"
                + " streams [LOGS_0]; set SHIPPER_STREAM_TARGET to the first part of that name");
  }

  @Test
  void shouldNameTheSizeThatTheServerHasNoSpaceFor() throws Exception {
    pipeline
        .receiving(
            "one",
            "SHIPPER_SUBJECT=large",
            "SHIPPER_STREAM_TARGET=LARGE",
            "SHIPPER_STREAM_BYTES=1000000Gi")
        .awaitSaying("lower SHIPPER_STREAM_BYTES=1073741824000000, or raise max_file_store");
  }

  private void make(UnaryOperator<StreamConfiguration.Builder> change) throws Exception {
    pipeline
        .broker()
        .ask(
            connection -> {
              connection.jetStreamManagement().deleteStream(Broker.STREAM);
              var made = change.apply(stream()).build();
              return connection.jetStreamManagement().addStream(made);
            });
  }

  private static StreamConfiguration.Builder stream() {
    return StreamConfiguration.builder().name(Broker.STREAM).subjects("shipper.p0.>");
  }
}
