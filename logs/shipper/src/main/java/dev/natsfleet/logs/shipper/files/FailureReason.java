package dev.natsfleet.logs.shipper.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;

/** Says in words why something could not be done with a file, without the file's name. */
public final class FailureReason {

  private FailureReason() {}

  /** The reason; the kind of failure where the system gives none. */
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException denied && denied.getReason() == null) {
      return "permission denied";
    }
    if (failure instanceof FileSystemException failed) {
      String reason = failed.getReason();
      return reason == null ? failure.getClass().getSimpleName() : reason;
    }
    return failure.toString();
  }
}
