package io.huodang.workers;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.huodang.extraction.PageOutcome;
import io.huodang.recognition.FileOutcome;
import io.huodang.vocabulary.SheetCorners;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server and a page worker say to each other, one message a frame. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
sealed interface Message {
  /** Raised whenever a message changes: both sides must be of one build. */
  int PROTOCOL = 5;

  /**
   * A worker's first message: it is ready.
   *
   * @param protocol the worker's {@link #PROTOCOL}
   * @param engine which engine reads
   */
  record Hello(int protocol, String engine) implements Message {}

  /** What the server asks; a worker works on one request at a time. */
  sealed interface Request extends Message {
    /** Comes back with the answer. */
    long id();
  }

  /** Tell the kind of a file and count its pages. */
  record Open(long id, String file) implements Request {}

  /** Read one page. */
  record Read(
      long id,
      String file,
      int page,
      String output,
      Set<String> derivatives,
      boolean readText,
      int rotation,
      boolean separators,
      @Nullable SheetCorners corners)
      implements Request {}

  /** What a worker answers to one request. */
  sealed interface Answer extends Message {
    /** Of the request. */
    long id();
  }

  /** The file was looked at. */
  record Opened(long id, FileOutcome outcome) implements Answer {}

  /** The page was looked at. */
  record PageRead(long id, PageOutcome outcome) implements Answer {}

  /**
   * The worker's code failed.
   *
   * @param what the exception's class and place; never its message, which may hold what was read
   */
  record Failed(long id, String what) implements Answer {}
}
