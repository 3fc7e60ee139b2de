package dev.natsfleet.registry;

/**
 * What every registry keeps, whatever is behind it. A test class implements it, once per registry.
 */
public interface RegistryContract extends NodeContract, FleetContract, ControlContract {}
