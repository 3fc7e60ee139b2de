package dev.natsfleet.agent.run;

import dev.natsfleet.agent.node.Call;
import dev.natsfleet.agent.node.Node;
import dev.natsfleet.agent.node.Signal;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what changed; a failure that repeats is told when it starts and when it ends. */
final class ChangeLog {

  private static final Logger LOG = LoggerFactory.getLogger("node");

  void log(Node before, Signal signal, Node after) {
    if (before.state() != after.state()) {
      LOG.atInfo()
          .addKeyValue("from", before.state())
          .addKeyValue("to", after.state())
          .addKeyValue("trouble", after.life().trouble())
          .log("state");
    }
    if (!Objects.equals(before.order().report(), after.order().report())) {
      LOG.atInfo().addKeyValue("report", after.order().report()).log("order");
    }
    if (!before.mesh().peers().equals(after.mesh().peers())) {
      LOG.atInfo().addKeyValue("peers", after.mesh().peers()).log("routes");
    }
    said(before, signal, after);
  }

  private static void said(Node before, Signal signal, Node after) {
    switch (signal) {
      case Signal.Exited exited ->
          LOG.atInfo().addKeyValue("why", exited.why()).log("server ended");
      case Signal.Refused refused ->
          LOG.atWarn()
              .addKeyValue("call", refused.call())
              .addKeyValue("why", refused.why())
              .log("configuration refused");
      case Signal.Accepted accepted ->
          LOG.atInfo().addKeyValue("call", accepted.call()).log("configuration accepted");
      case Signal.Failed failed -> failed(before, failed, after);
      case Signal.Answer answer -> recovered(before, answer.call());
      case Signal.Tick tick -> LOG.trace("tick");
    }
  }

  private static void failed(Node before, Signal.Failed failed, Node after) {
    boolean expected = failed.call() == Call.MONITOR && after.agenda().failures(Call.MONITOR) < 20;
    if (before.agenda().failures(failed.call()) == 0 && !expected) {
      LOG.atWarn()
          .addKeyValue("call", failed.call())
          .addKeyValue("why", failed.why())
          .log("call fails");
    }
  }

  private static void recovered(Node before, Call call) {
    int failures = before.agenda().failures(call);
    if (failures > 0 && call != Call.MONITOR) {
      LOG.atInfo()
          .addKeyValue("call", call)
          .addKeyValue("failures", failures)
          .log("call works again");
    }
  }
}
