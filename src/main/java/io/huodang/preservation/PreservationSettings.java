package io.huodang.preservation;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often everything that is kept is read again without anyone's asking.
 *
 * @param fixityEvery how long after the end of one walk the next begins
 * @param fixityShare of the time that a walk may read, so that it is in nobody's way; 0.1 is a
 *     tenth
 * @param manifestAfter how long a change waits to be described in the vault, so that many in a row
 *     are described once
 */
@Validated
@ConfigurationProperties("huodang.preservation")
public record PreservationSettings(
    @DefaultValue("30d") @NotNull Duration fixityEvery,
    @DefaultValue("0.1") @DecimalMin("0.001") @DecimalMax("1") double fixityShare,
    @DefaultValue("10s") @NotNull Duration manifestAfter) {}
