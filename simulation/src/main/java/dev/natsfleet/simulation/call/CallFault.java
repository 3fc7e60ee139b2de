package dev.natsfleet.simulation.call;

import java.util.function.Predicate;

/**
 * What is wrong with some calls while it lasts.
 *
 * @param source whose calls
 * @param service to which service
 * @param call which of them, by port and method such as {@code NodeGroups.observe}
 * @param effect what becomes of them
 */
public record CallFault(
    Predicate<CallSource> source,
    RemoteService service,
    Predicate<String> call,
    CallEffect effect) {

  /** What becomes of a call. */
  public enum CallEffect {
    /** The service is not reached. */
    CUT,
    /** The service refuses for the rate of calls. */
    THROTTLED,
    /** The service refuses for a missing permission. */
    DENIED,
    /** The service does what it is asked, and the answer is lost. */
    ANSWER_LOST,
    /** Nothing is done and nothing is answered. */
    HUNG,
    /** A read is answered as it would have been twelve seconds ago. */
    STALE,
    /** A read is answered as if nothing existed. */
    ABSENT
  }

  /** A fault of every call to a service. */
  public static CallFault of(
      Predicate<CallSource> source, RemoteService service, CallEffect effect) {
    return new CallFault(source, service, call -> true, effect);
  }
}
