package dev.natsfleet.logs.shipper.read;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts how often the kernel's events were lost. Nobody knows whether a file came and went
 * meanwhile, and most often none did, so that this is told and is no loss of a log.
 */
final class EventOverflows {

  private static final Logger LOG = LoggerFactory.getLogger(EventOverflows.class);
  private static final long PAUSE = 60_000_000_000L;

  private long times;
  private long toldAt;

  /** Notes that events were lost; tells it now, unless that was told within a minute. */
  void note(long now) {
    times++;
    if (times == 1 || now - toldAt >= PAUSE) {
      toldAt = now;
      LOG.atWarn()
          .addKeyValue("timesSinceStart", times)
          .log(
              "events of directories were lost, because too many came at once; all paths are looked"
                  + " at; a file that was made and deleted meanwhile is lost and not counted; told"
                  + " once a minute at most; set the JVM's property"
                  + " jdk.nio.file.WatchService.maxEventsPerPoll (512) higher, or raise"
                  + " fs.inotify.max_queued_events");
    }
  }

  /** How often events were lost since the start. */
  long times() {
    return times;
  }
}
