package io.huodang.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.huodang.recognition.InventedForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import tools.jackson.databind.JsonNode;

/**
 * Invented forms that are delivered as one batch, by a sender who tries again until there is a
 * receipt; and what must be true of each of them in the end.
 */
public final class FormBatch {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(250);

  private final List<InventedForm> forms;
  private final String id;
  private final Set<String> refusals = new TreeSet<>();

  private FormBatch(List<InventedForm> forms, String id) {
    this.forms = forms;
    this.id = id;
  }

  /**
   * Draws forms and opens a batch for them.
   *
   * @param seed of the first; the next ones follow
   */
  public static FormBatch open(ServerProcess server, int forms, long seed) {
    JsonNode batch =
        server.call("POST", "/batches", "{\"title\":\"invented\",\"source\":\"hall\"}");
    return new FormBatch(
        LongStream.range(seed, seed + forms)
            .mapToObj(each -> InventedForm.of(InventedForm.Template.GRID, each))
            .toList(),
        batch.get("id").asString());
  }

  /** Delivers some of the forms, by number; returns when there is a receipt for each. */
  public void deliver(ServerProcess server, int from, int to) {
    for (int i = from; i < to; i++) {
      byte[] bytes = png(forms.get(i));
      String key = "file-" + i;
      insist(() -> server.deliver(id, key, bytes));
    }
  }

  /**
   * Tries for a while to deliver a form that must not be taken in, and is told the same each time.
   */
  public void assertRefused(ServerProcess server, int form, String refusal, Duration time) {
    byte[] bytes = png(forms.get(form));
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      assertThatThrownBy(() -> server.deliver(id, "file-" + form, bytes))
          .isInstanceOfSatisfying(
              ServiceRefused.class,
              refused -> assertThat(refused.status() + " " + refused.code()).isEqualTo(refusal));
      pause();
    }
  }

  /** The picture of the first form's page, as a screen shows it. */
  public byte[] pictureOfFirst(ServerProcess server) {
    String page = search(server, forms.getFirst()).at("/people/0/firstPageId").asString();
    return server.picture("/pages/" + page + "/image?size=screen");
  }

  /** Says that nothing more will come. */
  public void seal(ServerProcess server) {
    insist(() -> server.call("POST", "/batches/" + id + "/seal", ""));
  }

  /** The codes with which the service has refused deliveries so far. */
  public Set<String> refusals() {
    return refusals;
  }

  /**
   * Keeps asking about the batch while something happens, and on until there is an answer again.
   *
   * @return the codes with which the service has refused to answer
   */
  public Set<String> refusalsWhile(ServerProcess server, Runnable happening) {
    Set<String> refused = new TreeSet<>();
    CompletableFuture<Void> happened = new CompletableFuture<>();
    Thread asking =
        Thread.startVirtualThread(
            () -> {
              boolean mayStop;
              boolean answered;
              do {
                mayStop = happened.isDone();
                answered = answers(server, refused);
              } while (!mayStop || !answered);
            });
    happening.run();
    happened.complete(null);
    try {
      assertThat(asking.join(PATIENCE)).as("there is an answer again").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return refused;
  }

  private boolean answers(ServerProcess server, Set<String> refused) {
    try {
      server.call("GET", path(), "");
      return true;
    } catch (ServiceRefused e) {
      refused.add(e.status() + " " + e.code());
      return false;
    }
  }

  /** Waits until at least so many pages have been read. */
  public void awaitRead(ServerProcess server, int pages) {
    await(server, batch -> batch.at("/pages/recognised").asInt() >= pages);
  }

  /** Waits for the end of the batch, and looks for every form in the registry and in the index. */
  public void assertEachIsFoundOnce(ServerProcess server) {
    JsonNode done = await(server, batch -> batch.get("state").asString().equals("done"));
    for (String count :
        List.of("/files/received", "/files/opened", "/pages/total", "/pages/recognised")) {
      assertThat(done.at(count).asInt()).as(count).isEqualTo(forms.size());
    }
    assertThat(done.at("/pages/findable").asInt()).as("findable").isEqualTo(forms.size());
    assertEachFileIsOneItem(server);
    forms.forEach(form -> assertFoundOnce(server, form));
  }

  /** The address of the batch. */
  public String path() {
    return "/batches/" + id;
  }

  /** Ids of the items, in the order of the forms. */
  public List<String> items(ServerProcess server) {
    List<String> items = new ArrayList<>();
    for (JsonNode file : server.call("GET", path() + "/files", "").get("items")) {
      assertThat(file.get("state").asString()).isEqualTo("ok");
      items.add(file.get("itemId").asString());
    }
    return items;
  }

  private void assertEachFileIsOneItem(ServerProcess server) {
    assertThat(items(server)).hasSize(forms.size()).doesNotHaveDuplicates();
  }

  private static void assertFoundOnce(ServerProcess server, InventedForm form) {
    JsonNode found = search(server, form);
    assertThat(found.get("degraded").isNull()).as("the index itself answers").isTrue();
    assertThat(found.get("people").size()).isEqualTo(1);
    assertThat(found.at("/people/0/itemCount").asInt()).isEqualTo(1);
    assertThat(found.get("items").size()).isEqualTo(1);
  }

  private static JsonNode search(ServerProcess server, InventedForm form) {
    return server.call(
        "POST",
        "/search",
        "{\"query\":\"%s\",\"in\":[\"people\",\"items\"]}".formatted(form.person().citizenId()));
  }

  private JsonNode await(ServerProcess server, Predicate<JsonNode> wanted) {
    Instant deadline = Instant.now().plus(PATIENCE);
    JsonNode batch = insist(() -> server.call("GET", "/batches/" + id, ""));
    while (!wanted.test(batch)) {
      assertThat(Instant.now()).as("still %s", batch).isBefore(deadline);
      pause();
      batch = insist(() -> server.call("GET", "/batches/" + id, ""));
    }
    return batch;
  }

  private JsonNode insist(Supplier<JsonNode> call) {
    Instant deadline = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return call.get();
      } catch (ServiceRefused e) {
        refusals.add(e.status() + " " + e.code());
        if (e.status() < 500 || Instant.now().isAfter(deadline)) {
          throw e;
        }
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static byte[] png(InventedForm form) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ImageIO.write(form.picture(), "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
