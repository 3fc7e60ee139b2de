package dev.natsfleet.agent.driver;

import dev.natsfleet.agent.node.ActionKind;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.Signal;
import dev.natsfleet.failures.FailureLog;
import dev.natsfleet.registry.ClusterId;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs what a signal has changed, and failures of calls when they start and when they end. */
final class TransitionLogger {

  private static final Logger LOG = LoggerFactory.getLogger("node");

  /** A server that starts or stops does not answer its monitor for a while. */
  private static final int EXPECTED_MONITOR_FAILURES = 20;

  private static final FailureLog.Messages MESSAGES =
      new FailureLog.Messages("the call fails; it is made again", "the call works again");

  private final ClusterId cluster;
  private final FailureLog failures;

  /** Each line begins with the cluster. */
  TransitionLogger(ClusterId cluster) {
    this.cluster = cluster;
    this.failures = new FailureLog(LOG, Level.WARN, "call", MESSAGES, Map.of("cluster", cluster));
  }

  void log(Node before, Signal signal, Node after) {
    if (before.state() != after.state()) {
      line(Level.INFO)
          .addKeyValue("from", before.state())
          .addKeyValue("to", after.state())
          .addKeyValue("problem", after.life().problem())
          .log("the node changed its state");
    }
    if (!Objects.equals(before.order().report(), after.order().report())) {
      line(Level.INFO)
          .addKeyValue("report", after.order().report())
          .log("the outcome of the order changed");
    }
    if (!before.mesh().peers().equals(after.mesh().peers())) {
      line(Level.INFO)
          .addKeyValue("peers", after.mesh().peers())
          .log("the explicit routes changed");
    }
    log(signal, after);
  }

  private void log(Signal signal, Node after) {
    switch (signal) {
      case Signal.Exited exited ->
          line(Level.INFO).addKeyValue("why", exited.why()).log("nats-server ended");
      case Signal.Refused refused ->
          line(Level.WARN)
              .addKeyValue("call", refused.actionKind())
              .addKeyValue("why", refused.why())
              .log("nats-server refused the configuration; it is not used");
      case Signal.Accepted accepted ->
          line(Level.INFO)
              .addKeyValue("call", accepted.actionKind())
              .log("nats-server accepted the configuration");
      case Signal.NotWaiting notWaiting ->
          line(Level.INFO)
              .addKeyValue("call", notWaiting.actionKind())
              .addKeyValue("over", after.schedule().isFinished(notWaiting.actionKind()))
              .log("AWS knows of no wait in the hook; unless it is over, it is completed again");
      case Signal.Failed failed -> failed(failed, after);
      case Signal.Mute mute -> failed(new Signal.Failed(mute.actionKind(), mute.why()), after);
      case Signal.Answer answer -> failures.succeeded(answer.actionKind());
      case Signal.Tick tick -> LOG.trace("tick");
    }
  }

  private LoggingEventBuilder line(Level level) {
    return LOG.atLevel(level).addKeyValue("cluster", cluster);
  }

  private void failed(Signal.Failed failed, Node after) {
    ActionKind call = failed.actionKind();
    boolean expected =
        call == ActionKind.MONITOR && after.schedule().failures(call) < EXPECTED_MONITOR_FAILURES;
    if (!expected) {
      failures.failed(call, failed.why());
    }
  }
}
