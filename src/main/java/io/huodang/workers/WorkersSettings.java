package io.huodang.workers;

import io.huodang.recognition.TrainedData;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How page workers run.
 *
 * @param slots requests worked on at once; 0 for as many as the machine has processors. One more is
 *     kept for the hall
 * @param user whom workers run as when the server is root: nobody whose files or processes they may
 *     touch. When blank, {@code huodang-worker} where that user exists, else a number that nobody
 *     has
 * @param scratch a directory that the user can enter, for files under way; made when missing
 * @param trainedData the directory of {@code chi_sim.traineddata}; looked for where distributions
 *     put it when not given
 * @param documentTypes the directory of the document types; {@code ingest/document-types} in the
 *     application directory when not given
 * @param heap a worker's Java heap
 * @param memory resident memory at which a worker is killed
 * @param recycleAbove resident memory at which a worker is replaced after its request
 * @param recycleAfter requests after which a worker is replaced
 * @param time processor time that a request may take
 * @param timePerMegabyte processor time on top of it for every megabyte of the file, up to 64 for a
 *     page and 512 for opening
 * @param stall time on the clock that a request may pass doing nothing: neither running nor waiting
 *     for a processor
 * @param start time, of the processor or of doing nothing, within which a worker must be ready
 * @param idle time on the clock after which workers but one end when there is nothing to do
 */
@Validated
@ConfigurationProperties("huodang.workers")
public record WorkersSettings(
    @Min(0) @DefaultValue("0") int slots,
    @DefaultValue("") String user,
    @Nullable Path scratch,
    @Nullable Path trainedData,
    @Nullable Path documentTypes,
    @DefaultValue("768MB") DataSize heap,
    @DefaultValue("1200MB") DataSize memory,
    @DefaultValue("800MB") DataSize recycleAbove,
    @Min(1) @DefaultValue("500") int recycleAfter,
    @DefaultValue("60s") Duration time,
    @DefaultValue("2s") Duration timePerMegabyte,
    @DefaultValue("60s") Duration stall,
    @DefaultValue("60s") Duration start,
    @DefaultValue("2m") Duration idle) {

  /** The settings of one machine when nothing is said. */
  public static WorkersSettings defaults() {
    return new WorkersSettings(
        0,
        "",
        null,
        null,
        null,
        DataSize.ofMegabytes(768),
        DataSize.ofMegabytes(1200),
        DataSize.ofMegabytes(800),
        500,
        Duration.ofSeconds(60),
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        Duration.ofSeconds(60),
        Duration.ofMinutes(2));
  }

  /** The same, but no worker is replaced for its age. */
  public WorkersSettings recycledNever() {
    return new WorkersSettings(
        slots,
        user,
        scratch,
        trainedData,
        documentTypes,
        heap,
        memory,
        recycleAbove,
        Integer.MAX_VALUE,
        time,
        timePerMegabyte,
        stall,
        start,
        idle);
  }

  Path trainedDataFolder() {
    return trainedData != null ? trainedData : TrainedData.find();
  }

  /** In the application's directory, which tests run in. */
  public Path documentTypesFolder() {
    return documentTypes != null
        ? documentTypes
        : Path.of(System.getProperty("huodang.app", ""))
            .toAbsolutePath()
            .resolve("ingest/document-types");
  }

  Path scratchFolder() {
    return scratch != null ? scratch : Path.of(System.getProperty("java.io.tmpdir"));
  }

  /** For a request on a file of so many bytes. */
  Limit limit(long length) {
    return new Limit(time.plus(timePerMegabyte.multipliedBy(length >> 20)), stall);
  }

  int slotCount() {
    return slots > 0 ? slots : Runtime.getRuntime().availableProcessors();
  }
}
