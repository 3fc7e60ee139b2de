package dev.natsfleet.agent.node;

import dev.natsfleet.registry.NodeSettings;
import org.jspecify.annotations.Nullable;

/**
 * The settings and the text made of them.
 *
 * @param wanted settings to run with, or null before they are known
 * @param fresh whether they are newer than what was remembered on disk
 * @param runs settings that the running server was started with or reloaded to, or null
 * @param applied text in use, or an empty string
 * @param refused text that was refused last, or an empty string
 */
public record Configuration(
    @Nullable NodeSettings wanted,
    boolean fresh,
    @Nullable NodeSettings runs,
    String applied,
    String refused) {

  Configuration want(NodeSettings settings) {
    return new Configuration(settings, true, runs, applied, refused);
  }

  Configuration apply(String text) {
    return new Configuration(wanted, fresh, wanted, text, "");
  }

  Configuration refuse(String text) {
    return new Configuration(wanted, fresh, runs, applied, text);
  }
}
