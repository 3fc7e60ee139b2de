package dev.natsfleet.local.wire.format;

import dev.natsfleet.local.cloud.error.CloudException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request with the names of the Query protocol ({@code
 * ResourceTags.member.1.Key}), or those of one structure in it. It records which parameters were
 * read, because an unread parameter is one that the cloud does not model.
 */
public final class Params {

  private final Map<String, String> values;
  private final String prefix;
  private final Style style;
  private final Set<String> read;

  /** How a protocol writes lists, and refuses a request without a required parameter. */
  private enum Style {
    QUERY(".member.", "ValidationError"),
    EC2(".", "MissingParameter"),
    JSON(".", "ValidationException");

    private final String listMark;
    private final String missing;

    Style(String listMark, String missing) {
      this.listMark = listMark;
      this.missing = missing;
    }

    CloudException missing(String name) {
      String member = Character.toLowerCase(name.charAt(0)) + name.substring(1);
      return CloudException.of(
          missing,
          this == EC2
              ? "The request must contain the parameter " + name
              : "1 validation error detected: Value null at '"
                  + member
                  + "' failed to satisfy constraint: Member must not be null");
    }
  }

  private Params(Map<String, String> values, String prefix, Style style, Set<String> read) {
    this.values = values;
    this.prefix = prefix;
    this.style = style;
    this.read = read;
  }

  /** Parameters whose lists are {@code Name.member.1}. */
  public static Params query(Map<String, String> values) {
    return new Params(new TreeMap<>(values), "", Style.QUERY, new HashSet<>());
  }

  /** Parameters whose lists are {@code Name.1}, as EC2 writes them. */
  public static Params flat(Map<String, String> values) {
    return new Params(new TreeMap<>(values), "", Style.EC2, new HashSet<>());
  }

  /** Parameters of a JSON request, with lists as {@code Name.1}. */
  static Params json(Map<String, String> values) {
    return new Params(new TreeMap<>(values), "", Style.JSON, new HashSet<>());
  }

  /** The value; null if it is not given. */
  public @Nullable String text(String name) {
    read.add(prefix + name);
    return values.get(prefix + name);
  }

  /** The value; refuses the request if it is not given. */
  public String required(String name) {
    String text = text(name);
    if (text == null) {
      throw style.missing(prefix + name);
    }
    return text;
  }

  /** The value; null if it is not given. */
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

  /** The value; null if it is not given. */
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

  private CloudException malformed(String name, @Nullable String value, String wanted) {
    return CloudException.of(
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

  /** The list; empty if it is not given. */
  public List<String> texts(String name) {
    read.add(prefix + name);
    return indexes(name).stream()
        .map(
            index -> {
              String key = prefix + name + style.listMark + index;
              read.add(key);
              return Optional.ofNullable(values.get(key)).orElse("");
            })
        .toList();
  }

  /** The list; null if it is not given. */
  public @Nullable List<String> textsOrNull(String name) {
    List<String> texts = texts(name);
    return texts.isEmpty() && !values.containsKey(prefix + name) ? null : texts;
  }

  /** The list of structures; empty if it is not given. */
  public List<Params> parts(String name) {
    read.add(prefix + name);
    return indexes(name).stream()
        .map(index -> new Params(values, prefix + name + style.listMark + index + ".", style, read))
        .toList();
  }

  /** The structure; it has no parameters if it is not given. */
  public Params part(String name) {
    return new Params(values, prefix + name + ".", style, read);
  }

  /** Whether any parameter of this structure is given. */
  public boolean isPresent() {
    return values.keySet().stream().anyMatch(key -> key.startsWith(prefix));
  }

  private Set<Integer> indexes(String name) {
    String start = prefix + name + style.listMark;
    Set<Integer> indexes = new TreeSet<>();
    for (String key : values.keySet()) {
      if (key.startsWith(start)) {
        String index = key.substring(start.length()).replaceFirst("\\..*", "");
        indexes.add(index.matches("\\d{1,6}") ? Integer.parseInt(index) : 0);
      }
    }
    return indexes;
  }

  /** The first parameter that was not read. */
  public Optional<String> unread() {
    return values.keySet().stream().filter(key -> !read.contains(key)).findFirst();
  }
}
