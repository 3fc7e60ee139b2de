package dev.natsfleet.failures;

import java.util.regex.Pattern;

/**
 * Why something fails, without what differs from one attempt to the next.
 *
 * <p>These differ by chance and are left out: a point in time; a request's id and every UUID; the
 * address of an object in memory, and the address that a host's name was resolved to; a number with
 * a unit of time, size or count ({@code 35 s}, {@code 3 attempts}); and a number that counts
 * something ({@code attempt 3}, {@code offset 17}). Every other number belongs to the reason: the
 * names {@code logs-1} and {@code logs-2}, ports, and status codes are different things.
 *
 * @param text of the reason, with {@code #} for what was left out
 */
public record FailureReason(String text) {

  private static final String TIME =
      "\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?Z?";
  private static final String UUID = "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b";
  private static final String REQUEST =
      "(?<=\\b(?i:request|requestid|request id|request-id)[:=]?[ ]?)(?=\\S*\\d)[\\w+/=-]+";
  private static final String OBJECT = "(?<=\\w@)[0-9a-f]{5,8}\\b";
  private static final String RESOLVED = "(?<=\\w/)\\d{1,3}(?:\\.\\d{1,3}){3}(?!\\.?\\d)";
  private static final String ISO_DURATION = "\\bPT[\\d.HMS]+\\b";
  private static final String NUMBER = "(?<![\\w.:/-])\\d+(?:\\.\\d+)?";
  private static final String UNIT =
      "(?:ns|[uµ]s|ms|s|m|h|d|(?:nano|micro|milli)?s(?:ec(?:ond)?s?)?|nanos|micros|millis"
          + "|min(?:ute)?s?|hours?|days?|B|[kKMGT]i?B?|bytes?|%|attempts?|times|tries|retries"
          + "|failures?|lines?|messages?|records?)(?![\\w-])";
  private static final String AMOUNT = NUMBER + "(?:[ ]?" + UNIT + "|(?:[dhms]\\d+)+[hms]s?\\b)";
  private static final String COUNTER =
      "(?<=\\b(?i:attempt|try|retry|offset|sequence|seq|position|byte|line)[ =:]{1,2})\\d+\\b";

  private static final Pattern ACCIDENTAL =
      Pattern.compile(
          String.join("|", TIME, UUID, REQUEST, OBJECT, RESOLVED, ISO_DURATION, AMOUNT, COUNTER));

  /** The reason that a message gives. */
  public static FailureReason of(String message) {
    return new FailureReason(ACCIDENTAL.matcher(message).replaceAll("#"));
  }
}
