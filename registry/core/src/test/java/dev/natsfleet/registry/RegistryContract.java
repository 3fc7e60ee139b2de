package dev.natsfleet.registry;

/** The contracts of every registry. One test class per registry implements this interface. */
public interface RegistryContract
    extends NodeRegistryContract, NodeRowsContract, ControlTableContract {}
