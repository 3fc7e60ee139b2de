package dev.natsfleet.operator;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks a URL, for `helm test`: the image has no shell and no other program. */
public final class ReadyProbeMain {

  private static final int LIMIT_MILLIS = 10_000;

  private ReadyProbeMain() {}

  /** Ends with 0 if the URL answers with status 200, else with 1. */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: ReadyProbeMain <url>");
      System.exit(OperatorMain.SETTINGS_REFUSED);
    }
    System.exit(isReady(URI.create(arguments[0])) ? 0 : OperatorMain.NOT_STARTED);
  }

  private static boolean isReady(URI url) {
    try {
      HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
      connection.setConnectTimeout(LIMIT_MILLIS);
      connection.setReadTimeout(LIMIT_MILLIS);
      int status = connection.getResponseCode();
      System.out.println(url + " answers " + status);
      return status == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      System.out.println(url + " does not answer: " + e);
      return false;
    }
  }
}
