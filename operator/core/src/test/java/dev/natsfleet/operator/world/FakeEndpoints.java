package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ReleaseMark;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Service of a {@link FakeWorld}. */
public final class FakeEndpoints implements ServiceEndpoints {

  /** The Service, as messages name it. */
  public static final String SERVICE = "Service shop/orders";

  /** The slice, as messages name it. */
  public static final String SLICE = "EndpointSlice shop/orders-ipv4";

  private SortedSet<Endpoint> now = Collections.emptySortedSet();

  /** Who owns what has the Service's name and is not ours, by kind and name. */
  public final Map<String, String> others = new TreeMap<>();

  /** Those of the others that bear our label and no mark. */
  public final Set<String> unmarked = new TreeSet<>();

  /** What somebody changed in Service and slices. */
  public final List<String> drift = new ArrayList<>();

  @Override
  public Published observe() {
    boolean ours = !others.containsKey(SLICE);
    return new Published(ours ? now : Collections.emptySortedSet(), ours, drift, others, unmarked);
  }

  /** The addresses that applications are sent to, whoever owns the Service. */
  public SortedSet<Endpoint> addresses() {
    return now;
  }

  @Override
  public void takeOver(String holder) {
    others.values().removeIf(holder::equals);
  }

  @Override
  public void release(ReleaseMark mark) {
    others.put(SERVICE, mark.toString());
    others.put(SLICE, mark.toString());
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    if (!others.containsKey(SLICE)) {
      now = serving;
      drift.clear();
    }
  }

  @Override
  public void delete() {
    now = Collections.emptySortedSet();
  }
}
