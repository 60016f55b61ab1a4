package io.huodang.recognition;

import io.huodang.recognition.file.FileType;
import io.huodang.recognition.file.PageFile;
import io.huodang.recognition.file.Refusals;
import io.huodang.vocabulary.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Opens delivered files and decodes their pages.
 *
 * <p>Nothing in a file is trusted: its measures are checked before a pixel is decoded, and whatever
 * goes wrong becomes a {@link Refusal} with a countable code. The last file stays open, for its
 * next page is mostly what is asked for next, and finding one page among 5,000 is dear. Not
 * thread-safe.
 */
public final class PageFiles implements AutoCloseable {
  /** What a file's pages share is kept while it is open: after so many it is opened anew. */
  private static final int PAGES_FROM_ONE_OPENING = 200;

  private @Nullable Kept kept;

  /**
   * A file that is open.
   *
   * @param key the file itself, under whatever name it is asked for
   */
  private record Kept(Object key, FileType type, PageFile file, int count) {}

  private interface Use<T> {
    T with(PageFile file) throws IOException;
  }

  /** Tells what a file is and counts its pages, without decoding them. */
  public FileOutcome open(Path path) {
    try {
      FileType type = typeOf(path);
      if (type.kind() != FileKind.PAGES) {
        return new FileOutcome.WithoutPages(type.mediaType(), type.kind());
      }
      return using(
          path,
          file -> {
            int pages = file.pages();
            if (pages < 1) {
              throw Refusals.noPages();
            }
            if (pages > Refusals.MOST_PAGES) {
              throw Refusals.tooManyPages();
            }
            return new FileOutcome.Opened(type.mediaType(), pages);
          });
    } catch (Refusal e) {
      return new FileOutcome.Refused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Decodes one page.
   *
   * @param page from 1
   * @throws Refusal {@code empty-file}, {@code no-pages}, {@code no-such-page}, {@code truncated},
   *     {@code damaged}, {@code encrypted}, {@code too-large}, {@code too-complex}, {@code
   *     too-many-pages}
   */
  public Picture decode(Path path, int page) {
    return using(
        path,
        file -> {
          if (page < 1 || page > file.pages()) {
            throw Refusals.noSuchPage(page);
          }
          return file.decode(page);
        });
  }

  private <T> T using(Path path, Use<T> use) {
    boolean well = false;
    try {
      T made = use.with(opened(path));
      well = true;
      return made;
    } catch (Refusal e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Refusals.of(e);
    } finally {
      if (!well) {
        close();
      }
    }
  }

  private PageFile opened(Path path) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
    // While it is open, no other file can take its number.
    Object key = attributes.fileKey() == null ? path : attributes.fileKey();
    Kept last = kept;
    if (last != null && last.key.equals(key) && last.count < PAGES_FROM_ONE_OPENING) {
      kept = new Kept(key, last.type, last.file, last.count + 1);
      return last.file;
    }
    close();
    FileType type = typeOf(path);
    PageFile file = PageFile.open(path, type);
    kept = new Kept(key, type, file, 1);
    return file;
  }

  private static FileType typeOf(Path path) {
    try {
      if (Files.size(path) == 0) {
        throw Refusals.empty();
      }
      return FileType.of(path);
    } catch (IOException e) {
      throw Refusals.of(e);
    }
  }

  /** Closes the file that is still open, if one is; others can be opened afterwards. */
  @Override
  public void close() {
    Kept last = kept;
    kept = null;
    if (last != null) {
      try {
        last.file.close();
      } catch (IOException | RuntimeException e) {
        // Nothing was written to it.
      }
    }
  }
}
