package io.huodang.operations;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How closely the house is watched.
 *
 * @param fresh how old an answer may be that is shown again instead of asking every part anew
 * @param backupEvery how old the last backup may be before the operator is warned
 */
@Validated
@ConfigurationProperties("huodang.operations")
public record OperationsSettings(
    @DefaultValue("5s") @NotNull Duration fresh,
    @DefaultValue("7d") @NotNull Duration backupEvery) {}
