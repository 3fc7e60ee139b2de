/**
 * Tests of the script {@code tools/tool} with a release host, a cache and a PATH of their own. Way
 * in: {@link dev.natsfleet.checks.tools.ToolRun}. Way out: its output and its exit code.
 */
@NullMarked
package dev.natsfleet.checks.tools;

import org.jspecify.annotations.NullMarked;
