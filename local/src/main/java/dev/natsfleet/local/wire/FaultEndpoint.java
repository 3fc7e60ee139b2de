package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.CloudException;
import dev.natsfleet.local.cloud.policy.AwsService;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.wire.format.FormParser;
import dev.natsfleet.local.wire.format.JsonFormat;
import dev.natsfleet.local.wire.format.Params;
import dev.natsfleet.local.wire.format.ResponseNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Injects faults: {@code POST /_local/<fault>} with a form, for tests and demonstrations. Every
 * process on this host may use it.
 */
final class FaultEndpoint {

  static final String ROOT = "/_local/";

  private final CloudDriver driver;
  private final Map<String, Consumer<Params>> faults = new TreeMap<>();

  FaultEndpoint(CloudDriver driver) {
    this.driver = driver;
    machines();
    calls();
    faults.put("warp", p -> driver.advanceClock(Duration.ofSeconds(p.requiredNumber("seconds"))));
    faults.put("health", p -> driver.run(cloud -> {}));
  }

  private void machines() {
    onInstance("kill", id -> driver.run(cloud -> cloud.faults().kill(id)));
    onInstance("spot", id -> driver.run(cloud -> cloud.faults().interruptSpot(id)));
    onInstance("rebalance", id -> driver.run(cloud -> cloud.faults().recommendRebalance(id)));
    onZone("zone-out", zone -> driver.run(cloud -> cloud.faults().loseZone(zone)));
    onZone("zone-back", zone -> driver.run(cloud -> cloud.faults().restoreZone(zone)));
  }

  private void onInstance(String fault, Consumer<String> action) {
    faults.put(fault, p -> action.accept(p.required("instance")));
  }

  private void onZone(String fault, Consumer<String> action) {
    faults.put(fault, p -> action.accept(p.required("zone")));
  }

  private void calls() {
    faults.put("deny", p -> deny(p.required("permission")));
    faults.put("allow", p -> allow(p.required("permission")));
    faults.put("fail", this::fail);
    faults.put("throttle", this::throttle);
    faults.put("unthrottle", p -> unthrottle(service(p)));
  }

  private void deny(String permission) {
    driver.run(cloud -> cloud.faults().requestPolicy().deny(permission));
  }

  private void allow(String permission) {
    driver.run(cloud -> cloud.faults().requestPolicy().allow(permission));
  }

  private void fail(Params p) {
    String permission = p.required("permission");
    int calls = p.requiredNumber("calls");
    CloudError error =
        new CloudError(p.required("code"), p.requiredNumber("status"), p.required("message"));
    driver.run(cloud -> cloud.faults().requestPolicy().failNext(permission, calls, error));
  }

  private void throttle(Params p) {
    AwsService awsService = service(p);
    double burst = p.requiredNumber("burst");
    double perSecond = Double.parseDouble(p.required("perSecond"));
    driver.run(cloud -> cloud.faults().requestPolicy().throttle(awsService, burst, perSecond));
  }

  private void unthrottle(AwsService awsService) {
    driver.run(cloud -> cloud.faults().requestPolicy().unthrottle(awsService));
  }

  private static AwsService service(Params p) {
    return AwsService.valueOf(p.required("service").toUpperCase(Locale.ROOT));
  }

  Reply answer(String fault, String body) {
    Consumer<Params> action = faults.get(fault);
    if (action == null) {
      return Reply.json(
          404, JsonFormat.write(new ResponseNode().with("faults", faults.keySet(), f -> f)));
    }
    try {
      action.accept(Params.flat(FormParser.read(body)));
      return Reply.json(200, JsonFormat.write(new ResponseNode().with("done", fault)));
    } catch (CloudException | IllegalArgumentException e) {
      return Reply.json(400, JsonFormat.write(new ResponseNode().with("message", e.getMessage())));
    }
  }
}
