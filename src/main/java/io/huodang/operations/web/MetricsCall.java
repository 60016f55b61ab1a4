package io.huodang.operations.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The metrics where a monitor looks for them. A call of our own, not Actuator's: it is behind the
 * same door as every other, and who was refused is on record.
 */
@RestController
class MetricsCall {
  private final PrometheusMeterRegistry metrics;

  MetricsCall(PrometheusMeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Needs(Action.OPERATE)
  @GetMapping(path = "/actuator/prometheus", produces = "text/plain;version=0.0.4;charset=utf-8")
  ResponseEntity<String> metrics() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(metrics.scrape());
  }
}
