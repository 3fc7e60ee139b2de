package dev.natsfleet.local.wire;

import dev.natsfleet.local.wire.CallCase.Call;
import dev.natsfleet.local.wire.CallCase.Expectation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reads a table of cases. A line that begins with {@code #} is the title of a case, one that is
 * indented expects something of the call above, {@code ;} begins a comment, and all others are
 * calls. A line may be for one server only: {@code @here} or {@code @moto}.
 */
final class CallTable {

  private static final String REPEATED = "until ";

  private final String server;
  private final List<CallCase> cases = new ArrayList<>();

  private CallTable(String server) {
    this.server = server;
  }

  /**
   * The cases of a service.
   *
   * @param server {@code here} or {@code moto}
   */
  static List<CallCase> read(String service, String server) {
    CallTable table = new CallTable(server);
    text(service).lines().forEach(table::line);
    return table.cases;
  }

  private static String text(String service) {
    String file = "calls-" + service + ".txt";
    try (InputStream in = CallTable.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void line(String whole) {
    String line = whole;
    if (line.startsWith("@")) {
      if (!line.startsWith("@" + server + " ")) {
        return;
      }
      line = line.substring(server.length() + 2);
    }
    if (line.isBlank() || line.startsWith(";")) {
      return;
    }
    if (line.startsWith("# ")) {
      cases.add(new CallCase(line.substring(2), new ArrayList<>()));
    } else if (line.startsWith("  ")) {
      cases.getLast().calls().getLast().expectations().add(expectation(line.strip()));
    } else {
      cases.getLast().calls().add(call(line));
    }
  }

  private static Call call(String line) {
    boolean repeated = line.startsWith(REPEATED);
    String[] words = (repeated ? line.substring(REPEATED.length()) : line).split(" +", 3);
    return new Call(
        repeated, words[0], words[1], words.length < 3 ? "" : words[2], new ArrayList<>());
  }

  private static Expectation expectation(String line) {
    String[] words = line.split(" +", 3);
    String rest = words.length < 3 ? "" : words[2];
    if (words[0].equals("!")) {
      return new Expectation.Fails(words[1], rest);
    }
    return switch (words[1]) {
      case "=" -> new Expectation.Has(words[0], rest);
      case "#" -> new Expectation.Counts(words[0], Integer.parseInt(rest));
      case "->" -> new Expectation.Keeps(words[0], rest);
      default -> throw new IllegalArgumentException("no expectation: " + line);
    };
  }
}
