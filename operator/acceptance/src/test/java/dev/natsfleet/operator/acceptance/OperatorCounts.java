package dev.natsfleet.operator.acceptance;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the operator says of itself in Prometheus' text format.
 *
 * @param samples name with labels → value
 */
record OperatorCounts(Map<String, Double> samples) {

  private static final Pattern SAMPLE = Pattern.compile("([a-z_]+(?:\\{.*\\})?) (\\S+)");
  private static final Pattern CALL =
      Pattern.compile(
          "natsfleet_aws_calls_total\\{operation=\"(\\w+)\",result=\"(\\w+)\",service=\"([\\w"
              + " ]+)\"\\}");

  static OperatorCounts parse(String text) {
    Map<String, Double> samples = new HashMap<>();
    text.lines()
        .map(SAMPLE::matcher)
        .filter(Matcher::matches)
        .forEach(sample -> samples.put(sample.group(1), Double.valueOf(sample.group(2))));
    return new OperatorCounts(samples);
  }

  /** Passes over clusters, however they ended. */
  long passes() {
    return (long) sum(name -> name.startsWith("natsfleet_reconcile_seconds_count"));
  }

  /** Calls to AWS, DynamoDB included. */
  long calls() {
    return (long) sum(name -> CALL.matcher(name).matches());
  }

  /** Calls that ended with this result, such as {@code throttled}. */
  long calls(String result) {
    return (long)
        sum(
            name -> {
              Matcher call = CALL.matcher(name);
              return call.matches() && call.group(2).equals(result);
            });
  }

  /** The operations that were called, as a policy names them: {@code ec2:DescribeImages}. */
  Set<String> actions() {
    return samples.keySet().stream()
        .map(CALL::matcher)
        .filter(Matcher::matches)
        .map(call -> call.group(3).toLowerCase(Locale.ROOT).replace(" ", "") + ":" + call.group(1))
        .collect(Collectors.toSet());
  }

  private double sum(Predicate<String> which) {
    return samples.entrySet().stream()
        .filter(sample -> which.test(sample.getKey()))
        .mapToDouble(Map.Entry::getValue)
        .sum();
  }
}
