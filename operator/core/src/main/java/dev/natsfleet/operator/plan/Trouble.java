package dev.natsfleet.operator.plan;

import dev.natsfleet.registry.PortException.Kind;

/**
 * A failed call as a reason.
 *
 * @param note reason and message
 * @param passing whether it is likely to end by itself
 */
public record Trouble(Note note, boolean passing) {

  /** What a failed call to AWS means. */
  public static Trouble of(Kind kind, String message) {
    return switch (kind) {
      case THROTTLED -> new Trouble(new Note(Reason.AWS_THROTTLED, message), true);
      case UNAVAILABLE -> new Trouble(new Note(Reason.AWS_UNREACHABLE, message), true);
      case CONFLICT -> new Trouble(new Note(Reason.RECOVERING, message), true);
      case DENIED -> new Trouble(new Note(Reason.AWS_DENIED, message), false);
      case NOT_FOUND -> new Trouble(new Note(Reason.NOT_FOUND, message), false);
      case INVALID -> new Trouble(new Note(Reason.AWS_REFUSED, message), false);
      case EXHAUSTED -> new Trouble(new Note(Reason.AWS_EXHAUSTED, message), false);
    };
  }

  /** What it means that the registry cannot be read: who may not read it cannot reach it. */
  static Trouble ofRegistry(Kind kind, String message) {
    return switch (kind) {
      case UNAVAILABLE -> new Trouble(new Note(Reason.REGISTRY_UNREACHABLE, message), true);
      case THROTTLED, CONFLICT, DENIED, NOT_FOUND, INVALID, EXHAUSTED -> of(kind, message);
    };
  }

  void tell(Draft draft) {
    if (passing) {
      draft.warn(note.reason(), note.message()).bar(note.reason(), note.message());
    } else {
      draft.refuse(note.reason(), note.message());
    }
  }
}
