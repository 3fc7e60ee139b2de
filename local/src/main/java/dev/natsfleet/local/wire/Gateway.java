package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.Answer;
import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.wire.form.Form;
import dev.natsfleet.local.wire.form.Json;
import dev.natsfleet.local.wire.form.Params;
import dev.natsfleet.local.wire.form.Shape;

/** From a request to its answer: who, which service, which action, which parameters. */
final class Gateway {

  private final CloudDriver driver;
  private final String region;
  private final Actions actions;

  Gateway(CloudDriver driver) {
    this.driver = driver;
    this.region = driver.with(cloud -> cloud.catalogue().region());
    this.actions = new Actions(driver.with(cloud -> cloud.catalogue()));
  }

  Reply answer(Call call, String requestId) {
    Dialect dialect = call.target() == null ? Dialect.AUTOSCALING : Dialect.SSM;
    try {
      Signature signature = Signature.of(call.authorization());
      dialect = Dialect.of(signature.service());
      refuseOtherRegion(dialect, signature);
      return answer(dialect, signature.accessKey(), call, requestId);
    } catch (Refusal refusal) {
      return dialect.error(refusal.error(), requestId);
    }
  }

  private void refuseOtherRegion(Dialect dialect, Signature signature) {
    if (dialect != Dialect.STS && !signature.region().equals(region)) {
      throw new Refusal(
          new CloudError(
              "SignatureDoesNotMatch",
              403,
              "Credential should be scoped to a valid region, not '" + signature.region() + "'."));
    }
  }

  private Reply answer(Dialect dialect, String accessKey, Call call, String requestId) {
    Params params = params(dialect, call.body());
    String action = action(dialect, call, params);
    Prepared prepared =
        actions
            .find(dialect, action)
            .orElseThrow(() -> dialect.unknownAction(action))
            .apply(params);
    refuseUnmodelled(dialect, params);
    Answer<Shape> answer = driver.with(cloud -> prepared.on(cloud, cloud.caller(accessKey)));
    return switch (answer) {
      case Answer.Ok<Shape> ok -> dialect.ok(action, ok.result(), requestId);
      case Answer.Refused<Shape> refused -> dialect.error(refused.error(), requestId);
    };
  }

  private static Params params(Dialect dialect, String body) {
    return switch (dialect) {
      case AUTOSCALING, STS -> Params.query(Form.read(body));
      case EC2 -> Params.flat(Form.read(body));
      case SSM -> Json.read(body);
    };
  }

  private static String action(Dialect dialect, Call call, Params params) {
    if (dialect == Dialect.SSM) {
      String target = call.target() == null ? "" : call.target();
      return target.substring(target.indexOf('.') + 1);
    }
    params.text("Version");
    String action = params.text("Action");
    if (action == null) {
      throw Refusal.of("MissingAction", "The request is missing an action.");
    }
    return action;
  }

  private static void refuseUnmodelled(Dialect dialect, Params params) {
    params
        .unread()
        .ifPresent(
            name -> {
              throw dialect.unmodelled(name);
            });
  }
}
