package io.huodang.recognition;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * What reading a page cost, in seconds of a processor for the one thread that read it.
 *
 * @param preparing for everything that was done to the picture: cleaning, turning, straightening,
 *     layout, drawing lines for the engine; neither decoding nor encoding
 * @param engine Tesseract's
 * @param lines that the page has
 * @param readings how often the engine was shown one, to tell which way is up or in another way too
 */
public record Effort(double preparing, double engine, int lines, int readings) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Nanoseconds of a processor that the calling thread has used. */
  public static long nanosOfThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }
}
