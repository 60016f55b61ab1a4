package io.huodang.intake;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are taken in.
 *
 * @param spool where a delivery stands while it is received; on the disk of the home, {@code spool}
 *     there unless given
 * @param largestFile the largest delivered file that is accepted
 * @param keepFree how much room on the spool's disk a delivery must leave: more than the registry
 *     and the index need to go on with what was taken in
 * @param watched folders whose files are taken in as they appear
 */
@ConfigurationProperties("huodang.intake")
public record IntakeSettings(
    Path spool,
    @DefaultValue("2GB") DataSize largestFile,
    @DefaultValue("512MB") DataSize keepFree,
    @DefaultValue List<Watched> watched) {

  /**
   * A watched folder. A folder in it is a batch of its own; files that lie loose in it share one.
   *
   * @param folder where files appear; Huodang must be able to remove them after it took them in
   * @param source where its files come from
   * @param arrangement how they become items
   * @param settle how long a file's size and time must stay the same before it is taken
   * @param look how often to look; events of the file system only make it sooner
   * @param sealAfter how long after its last file a batch of loose files is sealed
   */
  public record Watched(
      Path folder,
      @DefaultValue("vendor") Batch.Source source,
      @DefaultValue("file-is-item") Arrangement arrangement,
      @DefaultValue("5s") Duration settle,
      @DefaultValue("2s") Duration look,
      @DefaultValue("10m") Duration sealAfter) {}
}
