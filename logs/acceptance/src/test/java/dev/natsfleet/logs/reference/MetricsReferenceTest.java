package dev.natsfleet.logs.reference;

import dev.natsfleet.logs.program.settings.CommittedPage;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MetricsReferenceTest {

  @Test
  void shouldBeThePageInTheReference() throws IOException {
    CommittedPage.assertIs("log-metrics.md", MetricsReference.page());
  }
}
