package io.huodang.keying;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code huodang.keying.*}.
 *
 * @param lease how long an item is one person's without a sign of that person
 * @param putOff how long an item that was skipped waits before it is offered again
 */
@ConfigurationProperties("huodang.keying")
record KeyingSettings(@DefaultValue("2m") Duration lease, @DefaultValue("15m") Duration putOff) {

  KeyingSettings {
    if (lease.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("huodang.keying.lease is at least a second");
    }
    if (putOff.isNegative()) {
      throw new IllegalArgumentException("huodang.keying.put-off is not less than nothing");
    }
  }
}
