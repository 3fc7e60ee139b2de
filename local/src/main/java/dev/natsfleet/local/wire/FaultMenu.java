package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.error.CloudError;
import dev.natsfleet.local.cloud.error.Refusal;
import dev.natsfleet.local.cloud.guard.Service;
import dev.natsfleet.local.driver.CloudDriver;
import dev.natsfleet.local.wire.form.Form;
import dev.natsfleet.local.wire.form.Json;
import dev.natsfleet.local.wire.form.Params;
import dev.natsfleet.local.wire.form.Shape;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Faults on request: {@code POST /_local/<fault>} with a form, for tests and demonstrations.
 * Everybody on this machine may use it.
 */
final class FaultMenu {

  static final String ROOT = "/_local/";

  private final CloudDriver driver;
  private final Map<String, Consumer<Params>> menu = new TreeMap<>();

  FaultMenu(CloudDriver driver) {
    this.driver = driver;
    machines();
    calls();
    menu.put("warp", p -> driver.warp(Duration.ofSeconds(p.requiredNumber("seconds"))));
    menu.put("health", p -> driver.run(cloud -> {}));
  }

  private void machines() {
    onInstance("kill", id -> driver.run(cloud -> cloud.faults().kill(id)));
    onInstance("spot", id -> driver.run(cloud -> cloud.faults().interruptSpot(id)));
    onInstance("rebalance", id -> driver.run(cloud -> cloud.faults().recommendRebalance(id)));
    onZone("zone-out", zone -> driver.run(cloud -> cloud.faults().loseZone(zone)));
    onZone("zone-back", zone -> driver.run(cloud -> cloud.faults().restoreZone(zone)));
  }

  private void onInstance(String fault, Consumer<String> action) {
    menu.put(fault, p -> action.accept(p.required("instance")));
  }

  private void onZone(String fault, Consumer<String> action) {
    menu.put(fault, p -> action.accept(p.required("zone")));
  }

  private void calls() {
    menu.put("deny", p -> deny(p.required("permission")));
    menu.put("allow", p -> allow(p.required("permission")));
    menu.put("fail", this::fail);
    menu.put("throttle", this::throttle);
    menu.put("unthrottle", p -> unthrottle(service(p)));
  }

  private void deny(String permission) {
    driver.run(cloud -> cloud.faults().guard().deny(permission));
  }

  private void allow(String permission) {
    driver.run(cloud -> cloud.faults().guard().allow(permission));
  }

  private void fail(Params p) {
    String permission = p.required("permission");
    int calls = p.requiredNumber("calls");
    CloudError error =
        new CloudError(p.required("code"), p.requiredNumber("status"), p.required("message"));
    driver.run(cloud -> cloud.faults().guard().failNext(permission, calls, error));
  }

  private void throttle(Params p) {
    Service service = service(p);
    double burst = p.requiredNumber("burst");
    double perSecond = Double.parseDouble(p.required("perSecond"));
    driver.run(cloud -> cloud.faults().guard().throttle(service, burst, perSecond));
  }

  private void unthrottle(Service service) {
    driver.run(cloud -> cloud.faults().guard().unthrottle(service));
  }

  private static Service service(Params p) {
    return Service.valueOf(p.required("service").toUpperCase(Locale.ROOT));
  }

  Reply answer(String fault, String body) {
    Consumer<Params> action = menu.get(fault);
    if (action == null) {
      return Reply.json(404, Json.write(new Shape().with("faults", menu.keySet(), f -> f)));
    }
    try {
      action.accept(Params.flat(Form.read(body)));
      return Reply.json(200, Json.write(new Shape().with("done", fault)));
    } catch (Refusal | IllegalArgumentException e) {
      return Reply.json(400, Json.write(new Shape().with("message", e.getMessage())));
    }
  }
}
