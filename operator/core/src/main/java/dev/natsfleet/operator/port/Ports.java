package dev.natsfleet.operator.port;

import dev.natsfleet.registry.ControlTable;
import dev.natsfleet.registry.NodeRows;
import dev.natsfleet.registry.Tables;

/**
 * Everything outside of the operator that one cluster touches. All are bound to that cluster and to
 * the UID of its Kubernetes object.
 */
public record Ports(
    NodeGroups groups,
    LaunchTemplates launchTemplates,
    Instances instances,
    RegionResources regionResources,
    Tables tables,
    NodeRows nodeRows,
    ControlTable control,
    ServiceEndpoints endpoints,
    Events events) {}
