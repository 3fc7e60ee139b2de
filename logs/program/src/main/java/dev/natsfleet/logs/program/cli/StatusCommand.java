package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.natsfleet.logs.program.time.ProgramClock;
import dev.natsfleet.monitoring.Response;
import java.io.IOException;
import java.io.PrintStream;

/** The {@code status} command: asks a running program for its status and prints it as a table. */
public final class StatusCommand {

  private static final long PERIOD_MILLIS = 1_000;
  private static final double SECOND = 1e9;
  private static final int OK = 200;

  private final StatusConnection connection;
  private final StatusTable statusTable;
  private final ProgramClock clock = ProgramClock.system();

  /** Prepares to ask a program. */
  public StatusCommand(StatusConnection connection, StatusTable statusTable) {
    this.connection = connection;
    this.statusTable = statusTable;
  }

  /**
   * Prints the table {@code times} times, a second apart. Rates are those of the second before.
   *
   * @throws IOException if the program does not answer
   */
  public void show(PrintStream out, long times) throws IOException, InterruptedException {
    JsonNode before = read();
    long asked = clock.nanos();
    for (long shown = 0; shown < times; shown++) {
      Thread.sleep(PERIOD_MILLIS);
      JsonNode after = read();
      long now = clock.nanos();
      out.print(statusTable.render(before, after, (now - asked) / SECOND));
      before = after;
      asked = now;
    }
  }

  private JsonNode read() throws IOException, InterruptedException {
    Response answer = answer();
    if (answer.status() != OK) {
      throw new IOException(
          "%s answers with HTTP status %d: %s"
              .formatted(connection, answer.status(), answer.body().strip()));
    }
    try {
      return StatusJson.parse(answer.body());
    } catch (JsonProcessingException e) {
      throw new IOException(
          connection + " answers, but not with the status of a natsfleet log program", e);
    }
  }

  private Response answer() throws IOException, InterruptedException {
    try {
      return connection.read();
    } catch (IOException e) {
      throw new IOException("nothing answers at " + connection + ": " + e, e);
    }
  }
}
