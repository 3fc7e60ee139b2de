/**
 * How every program reads its environment variables.
 *
 * <p>Way in: a program lists its variables as an enum of {@link
 * dev.natsfleet.settings.EnvironmentVariable} and reads them with one {@link
 * dev.natsfleet.settings.EnvironmentReader}. Way out: checked values, or {@link
 * dev.natsfleet.settings.SettingsException} with every problem at once. What a program tells of its
 * URLs goes through {@link dev.natsfleet.settings.UrlSecrets}.
 */
@NullMarked
package dev.natsfleet.settings;

import org.jspecify.annotations.NullMarked;
