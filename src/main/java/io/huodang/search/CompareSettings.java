package io.huodang.search;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often the index is held against the registry without anyone's asking.
 *
 * @param every how long after the end of one comparison the next begins
 * @param share of the time that a comparison may take, so that it is in nobody's way
 */
@Validated
@ConfigurationProperties("huodang.search.compare")
public record CompareSettings(
    @DefaultValue("1d") @NotNull Duration every,
    @DefaultValue("0.2") @DecimalMin("0.001") @DecimalMax("1") double share) {}
