package dev.natsfleet.agent.driver;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.PersistedState;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.registry.ClusterId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class TransitionLoggerTest {

  private static final ClusterId CLUSTER = new ClusterId("shop", "orders");

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger = (Logger) LoggerFactory.getLogger("node");
  private final TransitionLogger transitions = new TransitionLogger(CLUSTER);
  private final Node booting = Node.booting(PersistedState.NONE);
  private final Node serving = Node.adopting(PersistedState.NONE, "port: 4222");

  @BeforeEach
  void listen() {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  @Test
  void shouldNameTheClusterInEveryLine() {
    // When
    transitions.log(booting, new Signal.Exited("killed"), serving);
    transitions.log(serving, new Signal.Failed(ActionKind.BEAT, "throttled"), serving);
    transitions.log(serving, new Signal.Refused(ActionKind.CHECK, "port: x", "bad"), serving);
    transitions.log(serving, new Signal.Done(ActionKind.BEAT), serving);

    // Then
    assertThat(lines.list)
        .extracting(ILoggingEvent::getMessage)
        .containsExactly(
            "the node changed its state",
            "nats-server ended",
            "the call fails; it is made again",
            "nats-server refused the configuration; it is not used",
            "the call works again");
    assertThat(lines.list)
        .allSatisfy(
            line -> assertThat(line.getKeyValuePairs().getFirst().value).isEqualTo(CLUSTER));
  }
}
