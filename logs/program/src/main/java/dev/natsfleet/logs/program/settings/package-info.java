/**
 * Environment variables of shipper and receiver, and the settings that both share.
 *
 * <p>Way in: the settings record of each program reads its variables with {@link
 * dev.natsfleet.logs.program.settings.Variable#reader}. Way out: {@link
 * dev.natsfleet.logs.program.settings.NatsSettings} and {@link
 * dev.natsfleet.logs.program.settings.PipelineSettings} as parts of that record. {@link
 * dev.natsfleet.logs.program.settings.VariableTable} renders the reference page.
 */
@NullMarked
package dev.natsfleet.logs.program.settings;

import org.jspecify.annotations.NullMarked;
