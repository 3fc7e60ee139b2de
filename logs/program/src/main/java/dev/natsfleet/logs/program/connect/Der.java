package dev.natsfleet.logs.program.connect;

import java.io.ByteArrayOutputStream;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.HexFormat;

/** Wraps older key formats into PKCS#8, in DER (RFC 5208, RFC 5915, RFC 8017). */
final class Der {

  private static final int SEQUENCE = 0x30;
  private static final int OCTETS = 0x04;
  private static final int PARAMETERS = 0xa0;
  private static final int LONG_LENGTH = 0x80;
  private static final byte[] VERSION = {0x02, 0x01, 0x00};
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
  private static final byte[] EC_OID = HexFormat.of().parseHex("06072a8648ce3d0201");

  private Der() {}

  static byte[] pkcs8OfRsa(byte[] pkcs1) {
    return wrap(SEQUENCE, VERSION, RSA, wrap(OCTETS, pkcs1));
  }

  static byte[] pkcs8OfEc(byte[] sec1) throws InvalidKeySpecException {
    byte[] algorithm = wrap(SEQUENCE, EC_OID, curve(sec1));
    return wrap(SEQUENCE, VERSION, algorithm, wrap(OCTETS, sec1));
  }

  /** The curve's OID: content of the field tagged [0] of the outer sequence. */
  private static byte[] curve(byte[] sec1) throws InvalidKeySpecException {
    try {
      int at = content(sec1, 0);
      while (at < sec1.length) {
        int start = content(sec1, at);
        int end = start + length(sec1, at);
        if ((sec1[at] & 0xff) == PARAMETERS) {
          return Arrays.copyOfRange(sec1, start, end);
        }
        at = end;
      }
    } catch (ArrayIndexOutOfBoundsException e) {
      throw new InvalidKeySpecException("the EC key is cut off", e);
    }
    throw new InvalidKeySpecException("the EC key does not name its curve");
  }

  private static int content(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    return at + 2 + (first < LONG_LENGTH ? 0 : first - LONG_LENGTH);
  }

  private static int length(byte[] der, int at) {
    int first = der[at + 1] & 0xff;
    int length = first < LONG_LENGTH ? first : 0;
    for (int i = at + 2; i < content(der, at); i++) {
      length = (length << 8) | (der[i] & 0xff);
    }
    return length;
  }

  private static byte[] wrap(int tag, byte[]... parts) {
    int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
    out.write(tag);
    if (length < LONG_LENGTH) {
      out.write(length);
    } else {
      out.write(LONG_LENGTH + 2);
      out.write(length >> 8);
      out.write(length);
    }
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
