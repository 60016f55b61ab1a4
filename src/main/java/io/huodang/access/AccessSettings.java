package io.huodang.access;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people sign in.
 *
 * @param failuresBeforeLock wrong passwords in a row after which an account rests
 * @param lockedFor how long it rests
 * @param shortestPassword characters that a new password has at least
 * @param passwordCost the cost of bcrypt: each step doubles the time of one guess; 12 takes about a
 *     quarter of a second
 */
@Validated
@ConfigurationProperties("huodang.access")
public record AccessSettings(
    @DefaultValue("5") @Min(3) @Max(20) int failuresBeforeLock,
    @DefaultValue("15m") Duration lockedFor,
    @DefaultValue("10") @Min(8) @Max(64) int shortestPassword,
    @DefaultValue("12") @Min(4) @Max(16) int passwordCost) {}
