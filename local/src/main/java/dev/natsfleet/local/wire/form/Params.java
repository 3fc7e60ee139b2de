package dev.natsfleet.local.wire.form;

import dev.natsfleet.local.cloud.error.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A request's parameters as the Query protocol writes them ({@code Tags.member.1.Key}), or a part
 * of them. What was read is remembered: a parameter that nobody reads is one the cloud does not
 * model.
 */
public final class Params {

  private final Map<String, String> values;
  private final String prefix;
  private final String listMark;
  private final Set<String> read;

  private Params(Map<String, String> values, String prefix, String listMark, Set<String> read) {
    this.values = values;
    this.prefix = prefix;
    this.listMark = listMark;
    this.read = read;
  }

  /** Lists as {@code Name.member.1}. */
  public static Params query(Map<String, String> values) {
    return new Params(new TreeMap<>(values), "", ".member.", new HashSet<>());
  }

  /** Lists as {@code Name.1}, as EC2 writes them. */
  public static Params flat(Map<String, String> values) {
    return new Params(new TreeMap<>(values), "", ".", new HashSet<>());
  }

  /** Null when it is not given. */
  public @Nullable String text(String name) {
    read.add(prefix + name);
    return values.get(prefix + name);
  }

  /** Refuses the request when it is not given. */
  public String required(String name) {
    String text = text(name);
    if (text == null) {
      throw Refusal.of(
          "MissingParameter", "The request must contain the parameter " + prefix + name);
    }
    return text;
  }

  /** Null when it is not given. */
  public @Nullable Integer number(String name) {
    String text = text(name);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException e) {
      throw malformed(name, text, "an integer");
    }
  }

  public int requiredNumber(String name) {
    Integer number = number(name);
    return number == null ? Integer.parseInt(required(name)) : number;
  }

  /** Null when it is not given. */
  public @Nullable Boolean flag(String name) {
    String text = text(name);
    return switch (text) {
      case null -> null;
      case "true" -> true;
      case "false" -> false;
      default -> throw malformed(name, text, "true or false");
    };
  }

  public boolean flag(String name, boolean usual) {
    Boolean flag = flag(name);
    return flag == null ? usual : flag;
  }

  private Refusal malformed(String name, @Nullable String value, String wanted) {
    return Refusal.of(
        "InvalidParameterValue",
        "Value ("
            + value
            + ") for parameter "
            + prefix
            + name
            + " is invalid: it must be "
            + wanted
            + ".");
  }

  /** The list; empty when it is not given. */
  public List<String> texts(String name) {
    read.add(prefix + name);
    return indexes(name).stream()
        .map(
            index -> {
              String key = prefix + name + listMark + index;
              read.add(key);
              return Optional.ofNullable(values.get(key)).orElse("");
            })
        .toList();
  }

  /** The list, or null when it is not given at all. */
  public @Nullable List<String> textsOrNull(String name) {
    List<String> texts = texts(name);
    return texts.isEmpty() && !values.containsKey(prefix + name) ? null : texts;
  }

  /** The list of structures; empty when it is not given. */
  public List<Params> parts(String name) {
    read.add(prefix + name);
    return indexes(name).stream()
        .map(index -> new Params(values, prefix + name + listMark + index + ".", listMark, read))
        .toList();
  }

  /** The structure; its parameters are all absent when it is not given. */
  public Params part(String name) {
    return new Params(values, prefix + name + ".", listMark, read);
  }

  /** Whether anything of this part is given. */
  public boolean present() {
    return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  private Set<Integer> indexes(String name) {
    String start = prefix + name + listMark;
    Set<Integer> indexes = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(start)) {
        String index = key.substring(start.length()).replaceFirst("\\..*", "");
        indexes.add(index.matches("\\d{1,6}") ? Integer.parseInt(index) : 0);
      }
    }
    return indexes;
  }

  /** The first parameter that nobody has read. */
  public Optional<String> unread() {
    return values.keySet().stream().filter(key -> !read.contains(key)).findFirst();
  }
}
