package io.huodang.recognition.file;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** Tells Java of {@link Jpeg2000Reader}; named in {@code META-INF/services}. */
public final class Jpeg2000Provider extends ImageReaderSpi {
  private static final String[] NAMES = {"jpeg2000", "JPEG2000", "jp2"};
  private static final String[] TYPES = {"image/jp2"};
  private static final byte[] FILE = {0, 0, 0, 12, 'j', 'P', ' ', ' '};
  private static final byte[] CODESTREAM = {(byte) 0xFF, 0x4F, (byte) 0xFF, 0x51};

  public Jpeg2000Provider() {
    super(
        "Huodang",
        "1",
        NAMES,
        new String[] {"jp2", "j2k"},
        TYPES,
        Jpeg2000Reader.class.getName(),
        new Class<?>[] {ImageInputStream.class},
        null,
        false,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null,
        null);
  }

  @Override
  public boolean canDecodeInput(Object source) throws IOException {
    if (!(source instanceof ImageInputStream in)) {
      return false;
    }
    byte[] start = new byte[FILE.length];
    in.mark();
    try {
      int read = in.read(start);
      return read == start.length && (begins(start, FILE) || begins(start, CODESTREAM));
    } finally {
      in.reset();
    }
  }

  private static boolean begins(byte[] start, byte[] with) {
    return java.util.Arrays.equals(start, 0, with.length, with, 0, with.length);
  }

  @Override
  public ImageReader createReaderInstance(@Nullable Object extension) {
    return new Jpeg2000Reader(this);
  }

  @Override
  public String getDescription(@Nullable Locale locale) {
    return "JPEG 2000";
  }
}
