package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a SigV4 header says. The signature itself is not checked: every secret is right.
 *
 * @param service the last part of the credential scope
 */
record Signature(String accessKey, String region, String service) {

  private static final Pattern SCOPE =
      Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/\\d{8}/([^/]+)/([^/]+)/aws4_request.*");

  static Signature of(@Nullable String authorization) {
    if (authorization == null) {
      throw new Refusal(
          new CloudError("MissingAuthenticationToken", 403, "Missing Authentication Token"));
    }
    Matcher scope = SCOPE.matcher(authorization);
    if (!scope.matches()) {
      throw Refusal.of(
          "IncompleteSignature", "Authorization header is not a SigV4 header with a scope.");
    }
    return new Signature(scope.group(1), scope.group(2), scope.group(3));
  }
}
