/**
 * The script {@code tools/tool}, run against a release host, a cache and a PATH of the test's own.
 * Way in: {@link dev.natsfleet.checks.tools.ToolRun}. Way out: what it printed and whether it ended
 * well.
 */
@NullMarked
package dev.natsfleet.checks.tools;

import org.jspecify.annotations.NullMarked;
