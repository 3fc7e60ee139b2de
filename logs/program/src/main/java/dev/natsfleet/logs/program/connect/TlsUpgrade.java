package dev.natsfleet.logs.program.connect;

/**
 * Whether to use TLS though nothing in the settings says so, because a server asks for it. The
 * client of fshipper upgrades by itself; jnats refuses, with these words.
 */
final class TlsUpgrade {

  private static final String ASKED = "SSL required by server";
  private static final String UNKNOWN = "SSL connection wanted by client";

  private volatile boolean on;

  /** Notes an error; gives whether the connection must be made anew, with TLS. */
  boolean isNeeded(String error) {
    boolean asked = error.contains(ASKED);
    boolean needed = asked && !on;
    on = asked || (on && !error.contains(UNKNOWN));
    return needed;
  }

  boolean isOn() {
    return on;
  }
}
