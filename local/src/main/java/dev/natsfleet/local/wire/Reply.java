package dev.natsfleet.local.wire;

/** An HTTP answer. */
record Reply(int status, String type, String body) {

  static Reply xml(int status, String body) {
    return new Reply(status, "text/xml;charset=UTF-8", body);
  }

  static Reply json(int status, String body) {
    return new Reply(status, "application/x-amz-json-1.1", body);
  }
}
