package dev.natsfleet.logs.shipper.publish;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why a server does not store a message, in words that name the way out. */
final class StoreRefusal {

  private static final Pattern CODE = Pattern.compile("\"err_code\":\\s*(\\d+)");
  private static final Pattern TEXT = Pattern.compile("\"description\":\\s*\"([^\"]*)\"");
  private static final Map<String, String> WAYS_OUT =
      Map.of(
          "10002", "raise the account's max_file or max_mem, or make room in its other streams",
          "10023", "raise the server's max_file_store or max_memory_store, or make room on it",
          "10047", "raise the server's max_file_store or max_memory_store, or make room on it",
          "10054", "raise the stream's max_msg_size, or set it to -1",
          "10077", "wait for receivers to purge it, or raise the stream's max_bytes or max_msgs");

  private StoreRefusal() {}

  /** What an answer of JetStream says; the answer itself where it says nothing that is known. */
  static String explain(String answer) {
    Matcher code = CODE.matcher(answer);
    Matcher text = TEXT.matcher(answer);
    String wayOut = code.find() ? WAYS_OUT.get(code.group(1)) : null;
    return wayOut != null && text.find()
        ? "the server stores nothing: %s (%s): %s".formatted(text.group(1), code.group(1), wayOut)
        : "expected an acknowledgement of the next message, got answer " + answer;
  }
}
