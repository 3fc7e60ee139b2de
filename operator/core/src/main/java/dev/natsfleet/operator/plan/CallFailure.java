package dev.natsfleet.operator.plan;

import dev.natsfleet.registry.PortException.Kind;

/**
 * A failed call to AWS or to Kubernetes.
 *
 * @param note reason and message
 * @param temporary whether the same call may succeed later without anybody changing anything
 */
public record CallFailure(Note note, boolean temporary) {

  /** What a failed call to AWS means. */
  public static CallFailure of(Kind kind, String message) {
    return switch (kind) {
      case THROTTLED -> new CallFailure(new Note(Reason.AWS_THROTTLED, message), true);
      case UNAVAILABLE -> new CallFailure(new Note(Reason.AWS_UNREACHABLE, message), true);
      case CONFLICT -> new CallFailure(new Note(Reason.RECOVERING, message), true);
      case DENIED -> new CallFailure(new Note(Reason.AWS_DENIED, message), false);
      case NOT_FOUND -> new CallFailure(new Note(Reason.NOT_FOUND, message), false);
      case INVALID -> new CallFailure(new Note(Reason.AWS_REFUSED, message), false);
      case EXHAUSTED -> new CallFailure(new Note(Reason.AWS_EXHAUSTED, message), false);
    };
  }

  /** What a failed read of the registry means. */
  static CallFailure ofRegistry(Kind kind, String message) {
    return switch (kind) {
      case UNAVAILABLE -> new CallFailure(new Note(Reason.REGISTRY_UNREACHABLE, message), true);
      case THROTTLED, CONFLICT, DENIED, NOT_FOUND, INVALID, EXHAUSTED -> of(kind, message);
    };
  }

  /** A temporary failure postpones the steps that follow; another one refuses them. */
  void addTo(PlanBuilder plan) {
    if (temporary) {
      plan.warn(note.reason(), note.message()).postpone(note.reason(), note.message());
    } else {
      plan.refuse(note.reason(), note.message());
    }
  }
}
