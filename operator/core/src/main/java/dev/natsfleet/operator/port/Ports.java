package dev.natsfleet.operator.port;

import dev.natsfleet.registry.ControlRows;
import dev.natsfleet.registry.FleetRows;
import dev.natsfleet.registry.Tables;

/**
 * Everything one cluster touches. All are bound to that cluster and to the UID of its Kubernetes
 * object.
 */
public record Ports(
    NodeGroups groups,
    Templates templates,
    Instances instances,
    Catalogue catalogue,
    Tables tables,
    FleetRows fleet,
    ControlRows control,
    Endpoints endpoints,
    Events events) {}
