package io.huodang.viewing;

import io.huodang.catalog.Page;
import io.huodang.catalog.PageVersion;
import io.huodang.catalog.Pages;
import io.huodang.extraction.Derivative;
import io.huodang.extraction.PageOutcome;
import io.huodang.intake.ScanFile;
import io.huodang.recognition.PageText;
import io.huodang.vault.BytesMissing;
import io.huodang.vault.Holding;
import io.huodang.vault.Vault;
import io.huodang.vocabulary.Lane;
import io.huodang.vocabulary.Refusal;
import io.huodang.vocabulary.Sha256;
import io.huodang.workers.PageOrder;
import io.huodang.workers.PageWork;
import io.huodang.workers.PageWorkers;
import io.huodang.workers.WorkerFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;

/**
 * The bytes of a page: its picture in a size, its master, its text.
 *
 * <p>A picture that is not in the vault, because it was never wanted or was thrown away, is made
 * again by a page worker and kept. Thread-safe; whoever makes the same one twice keeps it once.
 */
@Service
public class Pictures {
  private static final String TILES = "tiles";

  private final Pages pages;
  private final Vault vault;
  private final PageWorkers workers;

  Pictures(Pages pages, Vault vault, PageWorkers workers) {
    this.pages = pages;
    this.vault = vault;
    this.workers = workers;
  }

  /**
   * The upright picture of a page.
   *
   * @throws Refusal {@code no-picture} when the page was not read, {@code picture-failed} when it
   *     cannot be made
   */
  public Picture of(SeenPage seen, Size size) throws IOException, InterruptedException {
    PageVersion version = reading(seen.page());
    if (size == Size.FULL && version.asDelivered() && version.rotation() == 0) {
      return master(seen);
    }
    PageVersion.Picture picture = derivative(seen, version, size.word());
    return new Picture(
        picture.mediaType(),
        picture.size(),
        () -> vault.open(Holding.DERIVATIVE, picture.sha256()));
  }

  /**
   * The upright picture of a page, cut into tiles by a page worker.
   *
   * @throws Refusal {@code no-picture}, {@code picture-failed} as above
   */
  public TiledPicture tiles(SeenPage seen) throws IOException, InterruptedException {
    return TiledPicture.open(vault, derivative(seen, reading(seen.page()), TILES).sha256());
  }

  /**
   * The delivered bytes, never changed.
   *
   * @throws Refusal {@code bytes-lost} when the vault has lost them
   */
  public Picture master(SeenPage seen) throws IOException {
    return master(seen.file());
  }

  /**
   * The delivered bytes of a file, with pages or without.
   *
   * @throws Refusal {@code bytes-lost} when the vault has lost them
   */
  public Picture master(ScanFile file) throws IOException {
    String type = file.mediaType();
    return new Picture(
        type == null ? "application/octet-stream" : type,
        vault.size(Holding.MASTER, file.sha256()).orElseThrow(Pictures::lost),
        () -> vault.open(Holding.MASTER, file.sha256()));
  }

  /**
   * The delivered bytes of a file from its middle to its end, which proves nothing of the whole.
   */
  public InputStream masterFrom(ScanFile file, long from) throws IOException {
    return vault.openFrom(Holding.MASTER, file.sha256(), from);
  }

  /**
   * The words of a page.
   *
   * @throws Refusal {@code no-text} when the page was not read, {@code bytes-lost}
   */
  public PageText text(SeenPage seen) throws IOException {
    PageVersion version = seen.page().current();
    if (version == null) {
      throw new Refusal("no-text", "The page has not been read.");
    }
    try (InputStream bytes = vault.open(Holding.PAGE_TEXT, version.text())) {
      return PageText.read(bytes);
    } catch (BytesMissing e) {
      throw lost(e);
    }
  }

  private static PageVersion reading(Page page) {
    PageVersion version = page.current();
    if (version == null) {
      throw new Refusal(
          "no-picture",
          page.state() == Page.State.QUARANTINED
              ? "The page cannot be read; its master can be downloaded."
              : "The page waits to be read; look again in a moment.");
    }
    return version;
  }

  private PageVersion.Picture derivative(SeenPage seen, PageVersion version, String kind)
      throws IOException, InterruptedException {
    Optional<PageVersion.Picture> kept = version.derivative(kind);
    return kept.isPresent() && vault.size(Holding.DERIVATIVE, kept.get().sha256()).isPresent()
        ? kept.get()
        : make(seen, version, kind);
  }

  private PageVersion.Picture make(SeenPage seen, PageVersion version, String kind)
      throws IOException, InterruptedException {
    Sha256 master = seen.file().sha256();
    try (PageWork work =
        workers.read(
            PageWorkers.Bytes.of(master, () -> vault.open(Holding.MASTER, master)),
            new PageOrder(
                seen.page().number(),
                Set.of(kind),
                version.rotation(),
                false,
                false,
                seen.file().corners()),
            Lane.HALL)) {
      PageVersion.Picture made = keep(work, kind);
      pages.add(version.id(), made);
      return made;
    } catch (WorkerFault e) {
      throw failed(e);
    }
  }

  private PageVersion.Picture keep(PageWork work, String kind) throws IOException {
    Derivative derivative =
        switch (work.outcome()) {
          case PageOutcome.Read read ->
              read.derivatives().stream()
                  .filter(it -> it.kind().equals(kind))
                  .findFirst()
                  .orElseThrow(() -> failed(null));
          case PageOutcome.Refused refused -> throw failed(null);
        };
    Path file = work.file(derivative);
    Sha256 sha256 = Sha256.ofContent(file);
    vault.keep(Holding.DERIVATIVE, sha256, file);
    return new PageVersion.Picture(
        derivative.kind(),
        sha256,
        Files.size(file),
        derivative.mediaType(),
        derivative.width(),
        derivative.height());
  }

  private static Refusal failed(@org.jspecify.annotations.Nullable Throwable cause) {
    String message = "The picture could not be made; the master can be downloaded.";
    return cause == null
        ? new Refusal("picture-failed", message)
        : new Refusal("picture-failed", message, cause);
  }

  private static Refusal lost() {
    return new Refusal(
        "bytes-lost", "The vault no longer has these bytes; tell the operator the incident.");
  }

  private static Refusal lost(Throwable cause) {
    return new Refusal(
        "bytes-lost",
        "The vault no longer has these bytes; tell the operator the incident.",
        cause);
  }
}
