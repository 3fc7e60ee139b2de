package dev.natsfleet.values;

/** Ports of TCP: {@code 4222}. */
public final class PortFormat {

  private static final int HIGHEST = 65_535;

  private PortFormat() {}

  /** Reads a port. */
  public static int parse(String text) {
    return parse(text, 1);
  }

  /** Reads a port; 0 stands for any that is free. */
  public static int parseOrFree(String text) {
    return parse(text, 0);
  }

  private static int parse(String text, int lowest) {
    int port = CountFormat.parse(text);
    if (port < lowest || port > HIGHEST) {
      throw new IllegalArgumentException("is not between " + lowest + " and " + HIGHEST);
    }
    return port;
  }
}
