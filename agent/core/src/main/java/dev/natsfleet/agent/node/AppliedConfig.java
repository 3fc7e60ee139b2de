package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings, and the configuration of nats-server that was rendered from them.
 *
 * @param wanted settings to run with, or null before they are known
 * @param fresh whether they were read from the registry, not from disk
 * @param runs settings that the running server was started with or reloaded to, or null
 * @param applied configuration in use, or an empty string
 * @param refused configuration that was refused last, or an empty string
 */
public record AppliedConfig(
    @Nullable NodeSettings wanted,
    boolean fresh,
    @Nullable NodeSettings runs,
    String applied,
    String refused) {

  AppliedConfig want(NodeSettings settings) {
    return new AppliedConfig(settings, true, runs, applied, refused);
  }

  AppliedConfig apply(String text) {
    return new AppliedConfig(wanted, fresh, wanted, text, "");
  }

  AppliedConfig refuse(String text) {
    return new AppliedConfig(wanted, fresh, runs, applied, text);
  }
}
