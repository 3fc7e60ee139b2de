/**
 * The settings of the agent, read from environment variables.
 *
 * <p>Way in: {@link dev.natsfleet.agent.settings.AgentSettings#from}, called once with the
 * process's environment. Way out: one checked record; nobody else reads the environment.
 */
@NullMarked
package dev.natsfleet.agent.settings;

import org.jspecify.annotations.NullMarked;
