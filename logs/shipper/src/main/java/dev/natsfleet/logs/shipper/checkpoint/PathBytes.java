package dev.natsfleet.logs.shipper.checkpoint;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A path as the bytes that the file system knows, encoded in ASCII. They need be no text in the
 * locale of the program, and the next start may have another locale. The JDK gives them in a URI
 * only.
 */
final class PathBytes {

  private static final int ASCII = 0x80;

  private PathBytes() {}

  static String render(Path path) {
    String text = path.toString();
    return encode(isAscii(text) ? text : bytes(path));
  }

  static Path parse(String word) {
    String bytes = URLDecoder.decode(word, StandardCharsets.ISO_8859_1);
    return isAscii(bytes) ? Path.of(bytes) : Path.of(URI.create("file://" + escaped(bytes)));
  }

  /** One character for each byte. */
  private static String bytes(Path path) {
    String raw = path.toUri().getRawPath().replace("+", "%2B");
    String bytes = URLDecoder.decode(raw, StandardCharsets.ISO_8859_1);
    return bytes.endsWith("/") ? bytes.substring(0, bytes.length() - 1) : bytes; // a directory now
  }

  private static String escaped(String bytes) {
    return encode(bytes).replace("+", "%20").replace("%2F", "/");
  }

  private static String encode(String bytes) {
    return URLEncoder.encode(bytes, StandardCharsets.ISO_8859_1);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < ASCII);
  }
}
