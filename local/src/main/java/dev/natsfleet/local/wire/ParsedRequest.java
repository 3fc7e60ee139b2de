package dev.natsfleet.local.wire;

import dev.natsfleet.local.cloud.Cloud;
import dev.natsfleet.local.cloud.CommandResult;
import dev.natsfleet.local.cloud.policy.Caller;
import dev.natsfleet.local.wire.format.ResponseNode;

/** A parsed request, ready to be executed on a cloud. */
@FunctionalInterface
interface ParsedRequest {
  CommandResult<ResponseNode> execute(Cloud cloud, Caller caller);
}
