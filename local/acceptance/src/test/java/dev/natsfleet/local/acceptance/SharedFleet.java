package dev.natsfleet.local.acceptance;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives all test classes of a run the same fleet, which is closed after the last of them. Each
 * class has clusters of its own in it, and leaves the fleet's parts as it found them.
 */
final class SharedFleet implements ParameterResolver {

  /** What a class that uses the fleet holds: one class at a time. */
  static final String LOCK = "fleet";

  private static final Namespace NAMESPACE = Namespace.create(SharedFleet.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == FleetFixture.class;
  }

  @Override
  public FleetFixture resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(FleetFixture.class, key -> FleetFixture.open(), FleetFixture.class);
  }
}
