package io.huodang.local;

import java.io.IOException;

/** A program that one machine runs for the server, as a child process. */
public sealed interface Program permits Postgres, Elasticsearch, Minio {

  /** What people call it, for messages. */
  String name();

  /** Where it lives. */
  Place place();

  /**
   * Makes what the program needs on disk, where it is not there yet.
   *
   * @return how to run it
   */
  Launch prepare() throws IOException;

  /** How it is ended cleanly. */
  End end();

  /** Whether it answers its users now; asks it, and does not wait. */
  boolean answers();
}
