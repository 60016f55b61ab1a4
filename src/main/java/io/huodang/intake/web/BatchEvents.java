package io.huodang.intake.web;

import io.huodang.intake.Batch;
import io.huodang.intake.Batches;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends a batch's document whenever it changes, until the batch is done or nobody listens. */
@Component
class BatchEvents {
  private static final Logger log = LoggerFactory.getLogger(BatchEvents.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(15);
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Batches batches;

  BatchEvents(Batches batches) {
    this.batches = batches;
  }

  SseEmitter follow(UUID batch) {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    Thread follower =
        Thread.ofVirtual().name("huodang-follow").unstarted(() -> follow(batch, emitter));
    emitter.onCompletion(follower::interrupt);
    emitter.onTimeout(follower::interrupt);
    follower.start();
    return emitter;
  }

  private void follow(UUID id, SseEmitter emitter) {
    @Nullable Batch shown = null;
    Instant sent = Instant.EPOCH;
    try {
      while (shown == null || shown.state() != Batch.State.DONE) {
        Batch now = batches.find(id).orElseThrow();
        if (!now.equals(shown)) {
          emitter.send(SseEmitter.event().name("batch").data(BatchDocument.of(now, Instant.now())));
          sent = Instant.now();
        } else if (sent.plus(SIGN_OF_LIFE).isBefore(Instant.now())) {
          emitter.send(SseEmitter.event().comment("still here"));
          sent = Instant.now();
        }
        shown = now;
        Thread.sleep(LOOK);
      }
      emitter.complete();
    } catch (InterruptedException | IOException | IllegalStateException e) {
      log.debug("Nobody follows batch {} any more", id);
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    }
  }
}
