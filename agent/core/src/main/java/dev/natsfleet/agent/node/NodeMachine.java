package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeReport;
import java.util.List;

/**
 * The life of a node. Registry and AWS failures reach it as signals like any other, and no line of
 * its tables stops nats-server because of one (invariant 10).
 *
 * @param self the node
 */
public record NodeMachine(Self self) {

  private static final List<Call> HURRIED = List.of(Call.BEAT, Call.ROWS, Call.MONITOR);

  /**
   * Takes one signal.
   *
   * @param now nanoseconds of a monotonic clock that starts near zero
   */
  public Transition next(Node node, Signal signal, long now) {
    View before = new View(self, node, now);
    View learned = before.with(answered(before.with(Learning.learn(before, signal)), signal));
    View moved = learned.with(Moves.settle(learned));
    View concluded = moved.with(Orders.conclude(moved));
    return Duties.due(concluded.with(hurried(concluded)));
  }

  /** What a node says of itself now. */
  public NodeReport report(Node node, long now) {
    return Reporting.report(new View(self, node, now));
  }

  private static Node answered(View view, Signal signal) {
    Agenda agenda = view.node().agenda();
    Agenda next =
        switch (signal) {
          case Signal.Failed failed -> failed(agenda, failed.call(), view.now());
          case Signal.Refused refused when refused.call() == Call.START ->
              failed(agenda, Call.START, view.now());
          case Signal.Finished finished -> agenda.finish(finished.call());
          case Signal.Answer answer ->
              agenda.answered(answer.call(), view.now() + Pace.after(answer.call(), view));
          case Signal.Tick tick -> agenda;
          case Signal.Exited exited -> agenda;
        };
    return view.node().with(next);
  }

  private static Agenda failed(Agenda agenda, Call call, long now) {
    return agenda.failed(call, now + Pace.retry(call, agenda.failures(call) + 1));
  }

  /** While something is under way the node looks and tells often, and of a change soon. */
  private static Node hurried(View view) {
    Agenda agenda = view.node().agenda();
    agenda = agenda.hurry(Call.BEAT, News.of(view).due(view.node().membership().told()));
    if (!view.settled()) {
      for (Call call : HURRIED) {
        agenda = agenda.hurry(call, view.now() + Pace.moving(call, view));
      }
    }
    return view.node().with(agenda);
  }
}
