package dev.natsfleet.operator;

import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a URL, for {@code helm test}: the image has no shell and no other program. */
public final class ReadyProbeMain {

  private static final int LIMIT_MILLIS = 10_000;

  private ReadyProbeMain() {}

  /**
   * Ends with 0 if the URL answers with status 200, with 1 if it does not, with 2 if none is given.
   */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  /** The exit code; says on {@code out} what the URL answered. */
  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 1) {
      out.println("usage: ReadyProbeMain <url>");
      return OperatorMain.SETTINGS_REFUSED;
    }
    return isReady(arguments[0], out) ? 0 : OperatorMain.NOT_STARTED;
  }

  private static boolean isReady(String url, PrintStream out) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MILLIS);
      connection.setReadTimeout(LIMIT_MILLIS);
      int status = connection.getResponseCode();
      out.println(url + " answers " + status);
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException | IllegalArgumentException e) {
      out.println(url + " does not answer: " + e);
      return false;
    }
  }
}
