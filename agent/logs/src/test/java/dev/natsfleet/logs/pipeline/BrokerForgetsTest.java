package dev.natsfleet.logs.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scenario 7: the broker loses its tail, or a stream and all that is in it. */
class BrokerForgetsTest {

  @TempDir Path directory;
  private Scene scene;

  @BeforeEach
  void start() throws Exception {
    scene = new Scene(directory);
    scene.write();
    scene.check();
  }

  @AfterEach
  void end() throws Exception {
    scene.close();
  }

  @Test
  void shouldGoOnBehindWhatTheBrokerForgot() throws Exception {
    // Given a copy of the store, and a receiver that has read more than the copy has
    Path copy = directory.resolve("older");
    scene.broker().terminate();
    Tool.run("cp", "-a", scene.broker().store().toString(), copy.toString());
    scene.broker().start();
    scene.write();
    scene.check();

    // When the broker comes back with the copy, in the midst of sending
    scene.write();
    scene.within(300);
    scene.broker().kill();
    Tool.run("rm", "-r", scene.broker().store().toString());
    Tool.run("mv", copy.toString(), scene.broker().store().toString());
    scene.broker().start();
    scene.write();

    // Then
    scene.check();
  }

  @Test
  void shouldGoOnInAStreamThatWasMadeAnew() throws Exception {
    // When the stream goes away while the receiver runs
    scene.write();
    deleteStream();
    scene.write();
    scene.check();

    // And while it does not, and there is more in the new one than the receiver remembers
    scene.receiving().process().kill();
    deleteStream();
    scene.pipeline().receiving("two", "SHIPPER_COPY=two");
    scene.write();
    scene.write();
    scene.receiving().restart();

    // Then
    scene.check();
  }

  @Test
  void shouldTakeLinesWithoutHeadersOutOfANewStream() throws Exception {
    publish("one", "two");
    awaitLines("one\ntwo\n");
    deleteStream();
    scene.receiving().awaitSaying("made anew");

    publish("three");

    awaitLines("one\ntwo\nthree\n");
    assertThat(scene.receiving().log()).doesNotContain("are lost");
  }

  private void publish(String... lines) throws Exception {
    scene
        .broker()
        .ask(
            connection -> {
              for (String line : lines) {
                connection
                    .jetStream()
                    .publish("shipper.p0.old", line.getBytes(StandardCharsets.US_ASCII));
              }
              return lines.length;
            });
  }

  private void awaitLines(String lines) throws Exception {
    byte[] expected = lines.getBytes(StandardCharsets.US_ASCII);
    Await.until(
        Receiving.PATIENCE,
        () -> scene.receiving().received("old").length >= expected.length,
        () -> "they do not come: " + scene.receiving().log());
    assertThat(scene.receiving().received("old")).isEqualTo(expected);
  }

  private void deleteStream() throws Exception {
    scene.broker().ask(connection -> connection.jetStreamManagement().deleteStream(Broker.STREAM));
  }
}
