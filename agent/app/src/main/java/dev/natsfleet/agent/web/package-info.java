/**
 * Small HTTP on this host: calls to metadata and monitor, and the agent's own pages.
 *
 * <p>Way in: {@link dev.natsfleet.agent.web.Http#get} and {@link dev.natsfleet.agent.web.Pages}.
 * Way out: status and text.
 */
@NullMarked
package dev.natsfleet.agent.web;

import org.jspecify.annotations.NullMarked;
