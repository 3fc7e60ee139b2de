package dev.natsfleet.logs.program.settings;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class VariableTableTest {

  @Test
  void shouldBeThePageInTheReference() throws IOException {
    CommittedPage.assertIs("log-variables.md", VariableTable.render());
  }
}
