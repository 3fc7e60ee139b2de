package dev.natsfleet.logs.shipper.read;

import dev.natsfleet.logs.shipper.identity.FileKey;

/** Changes parts of a checkpoint. */
final class ModifiedCheckpoint {

  private ModifiedCheckpoint() {}

  static GenerationCheckpoint withKey(GenerationCheckpoint one, FileKey key) {
    return new GenerationCheckpoint(
        one.number(),
        key,
        one.path(),
        one.fingerprint(),
        one.position(),
        one.size(),
        one.modified(),
        one.complete(),
        one.lossy());
  }

  /** The checkpoint of a generation of which the stream has nothing. */
  static GenerationCheckpoint unstored(GenerationCheckpoint one) {
    return new GenerationCheckpoint(
        one.number(),
        one.key(),
        one.path(),
        one.fingerprint(),
        ReadPosition.START,
        one.size(),
        one.modified(),
        false,
        one.lossy());
  }
}
