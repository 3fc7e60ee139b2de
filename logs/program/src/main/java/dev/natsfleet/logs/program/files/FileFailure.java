package dev.natsfleet.logs.program.files;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** Says in words why something could not be done with a file. */
public final class FileFailure {

  private FileFailure() {}

  /** The file's name and the reason; a failure of the file system may say the name alone. */
  public static String withName(IOException failure) {
    return failure instanceof FileSystemException failed
        ? failed.getFile() + ": " + of(failure)
        : String.valueOf(failure.getMessage());
  }

  /** The reason without the name; the kind of failure where the system gives none. */
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException denied && denied.getReason() == null) {
      return "permission denied";
    }
    String reason =
        failure instanceof FileSystemException failed ? failed.getReason() : failure.getMessage();
    String kind = failure.getClass().getSimpleName().replace("Exception", "");
    return reason == null
        ? kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT)
        : reason;
  }
}
