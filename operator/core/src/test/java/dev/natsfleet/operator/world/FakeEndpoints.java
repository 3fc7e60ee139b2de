package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.ServiceEndpoints;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The Service of a {@link FakeWorld}. */
public final class FakeEndpoints implements ServiceEndpoints {

  private SortedSet<Endpoint> now = sorted();

  @Override
  public SortedSet<Endpoint> observe() {
    return now;
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
