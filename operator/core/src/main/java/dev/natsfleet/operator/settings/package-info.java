/**
 * From what the user wrote to what AWS and the nodes are given, each with a fingerprint that
 * changes when, and only when, the content does.
 *
 * <p>Way in: {@link dev.natsfleet.operator.settings.SpecCheck#problems}, then {@link
 * dev.natsfleet.operator.settings.Blueprint#draw}. Way out: {@link
 * dev.natsfleet.operator.settings.Blueprint}. Pure.
 */
@NullMarked
package dev.natsfleet.operator.settings;

import org.jspecify.annotations.NullMarked;
