package dev.natsfleet.logs.receiver.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateDirectoryIdTest {

  private static final int PARTITIONS = 8;

  @TempDir Path directory;

  @Test
  void shouldStayTheSameOverARestart() throws Exception {
    String id = new StateDirectoryId(directory).get();

    assertThat(new StateDirectoryId(directory).get()).isEqualTo(id).isNotEmpty();
    assertThat(directory.resolve("id")).hasContent(id);
  }

  @Test
  void shouldBeMadeAnewInPlaceOfAFileThatWasNeverWritten() throws Exception {
    Files.createFile(directory.resolve("id"));

    String id = new StateDirectoryId(directory).get();

    assertThat(id).isNotEmpty();
    assertThat(directory.resolve("id")).hasContent(id);
  }

  @Test
  void shouldStayTheSameWhenTheDirectoryIsRemovedUnderARunningReceiver() throws Exception {
    Path state = directory.resolve("state");
    StateDirectoryId running = new StateDirectoryId(state);
    String id = running.get();
    Files.delete(state.resolve("id"));
    Files.delete(state);

    assertThat(running.get()).isEqualTo(id);
    assertThat(new StateDirectoryId(state).get()).isEqualTo(id);
  }

  @Test
  void shouldBeTheSameForAllPartitionsThatAskAtOnce() throws Exception {
    StateDirectoryId asked = new StateDirectoryId(directory);
    CyclicBarrier together = new CyclicBarrier(PARTITIONS);
    Callable<String> ask =
        () -> {
          together.await();
          return asked.get();
        };
    List<String> ids = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(PARTITIONS)) {
      List<Callable<String>> calls = new ArrayList<>();
      for (int i = 0; i < PARTITIONS; i++) {
        calls.add(ask);
      }
      for (Future<String> answer : threads.invokeAll(calls)) {
        ids.add(answer.get());
      }
    }

    assertThat(ids).containsOnly(asked.get());
  }
}
