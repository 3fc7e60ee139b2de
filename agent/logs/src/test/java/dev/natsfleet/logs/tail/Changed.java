package dev.natsfleet.logs.tail;

/** A memory with something else in it. */
final class Changed {

  private Changed() {}

  static Remembered key(Remembered one, FileKey key) {
    return new Remembered(
        one.number(),
        key,
        one.path(),
        one.fingerprint(),
        one.place(),
        one.size(),
        one.modified(),
        one.complete(),
        one.doubtful());
  }

  /** As if the stream had nothing of it. */
  static Remembered unstored(Remembered one) {
    return new Remembered(
        one.number(),
        one.key(),
        one.path(),
        one.fingerprint(),
        Generation.Place.START,
        one.size(),
        one.modified(),
        false,
        one.doubtful());
  }
}
