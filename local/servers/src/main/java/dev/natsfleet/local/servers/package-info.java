/**
 * Real servers as child processes, for tests and for the fleet on one machine.
 *
 * <p>Way in: {@link dev.natsfleet.local.servers.KubeApiServer#start}, or {@link
 * dev.natsfleet.local.servers.ServerProcess#start} with a {@link
 * dev.natsfleet.local.servers.ServerCommand} of your own, whose program a {@link
 * dev.natsfleet.local.servers.PinnedTool} resolves and whose address a {@link
 * dev.natsfleet.local.servers.LoopbackAddress} keeps free. Way out: a server that is ready, its log
 * file, and {@code close()}, which leaves no process. {@link dev.natsfleet.local.servers.Await}
 * waits for what such a server does. This package depends on nothing else of natsfleet; a
 * Kubernetes client is made from {@link dev.natsfleet.local.servers.KubeApiServer#kubeconfig}.
 */
@NullMarked
package dev.natsfleet.local.servers;

import org.jspecify.annotations.NullMarked;
