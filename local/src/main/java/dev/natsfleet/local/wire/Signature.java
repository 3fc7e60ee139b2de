package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The content of a SigV4 header. The signature itself is not checked, so every secret key works.
 *
 * @param service the last part of the credential scope
 */
record Signature(String accessKey, String region, String service) {

  private static final Pattern SCOPE =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request.*");

  static Signature of(@Nullable String authorization) {
    if (authorization == null) {
      throw new CloudException(
          new CloudError("MissingAuthenticationToken", 403, "Missing Authentication Token"));
    }
    Matcher scope = SCOPE.matcher(authorization);
    if (!scope.matches()) {
      throw CloudException.of(
          "IncompleteSignature", "Authorization header is not a SigV4 header with a scope.");
    }
    return new Signature(scope.group(1), scope.group(2), scope.group(3));
  }
}
