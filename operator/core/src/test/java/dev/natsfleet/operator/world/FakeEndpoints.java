package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.ServiceEndpoints;
import dev.natsfleet.registry.ReleaseMark;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The Service of a {@link FakeWorld}. */
public final class FakeEndpoints implements ServiceEndpoints {

  private SortedSet<Endpoint> now = sorted();

  /** Who owns what has the Service's name and is not ours, by kind and name. */
  public final Map<String, String> others = new TreeMap<>();

  @Override
  public Published observe() {
    return new Published(others.isEmpty() ? now : sorted(), others);
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
    others.put("Service shop/orders", mark.toString());
  }

  @Override
  public void apply(SortedSet<Endpoint> serving) {
    now = serving;
  }

  @Override
  public void delete() {
    now = sorted();
  }

  private static SortedSet<Endpoint> sorted() {
    return Collections.unmodifiableSortedSet(new TreeSet<>());
  }
}
