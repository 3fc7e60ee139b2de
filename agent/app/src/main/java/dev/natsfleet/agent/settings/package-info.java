/**
 * What the environment says.
 *
 * <p>Way in: {@link dev.natsfleet.agent.settings.AgentSettings#from}. Way out: one checked record;
 * nobody else reads the environment.
 */
@NullMarked
package dev.natsfleet.agent.settings;

import org.jspecify.annotations.NullMarked;
