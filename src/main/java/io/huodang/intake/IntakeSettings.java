package io.huodang.intake;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken in.
 *
 * @param spool where a delivery stands while it is received; on the disk of the home, {@code spool}
 *     there unless given
 * @param largestFile the largest delivered file that is accepted
 * @param keepFree how much room on the spool's disk a delivery must leave
 */
@ConfigurationProperties("huodang.intake")
public record IntakeSettings(
    Path spool,
    @DefaultValue("2GB") DataSize largestFile,
    @DefaultValue("256MB") DataSize keepFree) {}
