package io.huodang.roster;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How rosters are imported.
 *
 * @param spool where a roster stands while it is imported; {@code spool/roster} in the home
 * @param largestFile the largest file that is accepted
 * @param keepFree how much room on the spool's disk a roster must leave
 * @param atOnce persons that are applied in one transaction: who links papers waits that long
 */
@ConfigurationProperties("huodang.roster")
record RosterSettings(
    Path spool,
    @DefaultValue("4GB") DataSize largestFile,
    @DefaultValue("256MB") DataSize keepFree,
    @DefaultValue("2000") int atOnce) {}
