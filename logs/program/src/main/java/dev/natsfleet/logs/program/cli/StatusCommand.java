package dev.natsfleet.logs.program.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;

/** The {@code status} command: asks a running program for its status and prints it as a table. */
public final class StatusCommand {

  private static final long PERIOD_MILLIS = 1_000;
  private static final double SECOND = 1e9;

  private final StatusConnection connection;
  private final StatusTable statusTable;

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
    long asked = System.nanoTime();
    for (long shown = 0; shown < times; shown++) {
      Thread.sleep(PERIOD_MILLIS);
      JsonNode after = read();
      long now = System.nanoTime();
      out.print(statusTable.render(before, after, (now - asked) / SECOND));
      before = after;
      asked = now;
    }
  }

  private JsonNode read() throws IOException, InterruptedException {
    try {
      return StatusJson.parse(connection.read());
    } catch (JsonProcessingException e) {
      throw new IOException(
          connection + " answers, but not with the status of a natsfleet log program", e);
    } catch (IOException e) {
      throw new IOException("nothing answers at " + connection + ": " + e, e);
    }
  }
}
