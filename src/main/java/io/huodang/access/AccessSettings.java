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
 * @param failuresByAddress wrong passwords from one address, for whatever names, after which the
 *     address rests; a hall behind one proxy needs room for a Monday morning
 * @param lockedFor how long an account or an address rests
 * @param shortestPassword characters that a new password has at least
 * @param passwordCost the cost of bcrypt: each step doubles the time of one guess; 12 takes about a
 *     quarter of a second
 * @param sessionIdle how long a session lasts in which nothing happens
 * @param sessionLongest how long a session lasts whatever happens
 */
@Validated
@ConfigurationProperties("huodang.access")
public record AccessSettings(
    @DefaultValue("5") @Min(3) @Max(20) int failuresBeforeLock,
    @DefaultValue("60") @Min(5) @Max(10_000) int failuresByAddress,
    @DefaultValue("15m") Duration lockedFor,
    @DefaultValue("10") @Min(8) @Max(64) int shortestPassword,
    @DefaultValue("12") @Min(4) @Max(16) int passwordCost,
    @DefaultValue("8h") Duration sessionIdle,
    @DefaultValue("16h") Duration sessionLongest) {}
