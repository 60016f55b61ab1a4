package io.huodang.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TileFileTest {
  @TempDir Path folder;

  @Test
  void cutsEverySizeIntoTilesUntilOneHoldsTheWhole() {
    TileGrid grid = new TileGrid(2480, 3508);

    assertThat(grid.levels()).isEqualTo(4);
    assertThat(grid.columns(0)).isEqualTo(5);
    assertThat(grid.rows(0)).isEqualTo(7);
    assertThat(grid.tileWidth(0, 4)).isEqualTo(2480 - 4 * 512);
    assertThat(grid.width(3)).isEqualTo(310);
    assertThat(grid.height(3)).isEqualTo(439);
    assertThat(grid.count()).isEqualTo(35 + 12 + 4 + 1);
    assertThat(grid.number(3, 0, 0)).isEqualTo(grid.count() - 1);
    assertThat(new TileGrid(512, 512).count()).isEqualTo(1);
    assertThat(new TileGrid(513, 1).count()).isEqualTo(2 + 1);
  }

  @Test
  void everyTileShowsItsPartOfThePicture() throws IOException {
    byte[] file = file(picture(BufferedImage.TYPE_3BYTE_BGR, 1301, 777));
    TileIndex index = TileIndex.read(new ByteArrayInputStream(file));

    assertThat(index.grid()).isEqualTo(new TileGrid(1301, 777));
    assertThat(index.colour()).isTrue();
    for (int level = 0; level < index.grid().levels(); level++) {
      for (int row = 0; row < index.grid().rows(level); row++) {
        for (int column = 0; column < index.grid().columns(level); column++) {
          assertShows(tile(file, index, level, column, row), index.grid(), level, column, row);
        }
      }
    }
  }

  @Test
  void greyPicturesHaveGreyTiles() throws IOException {
    byte[] file = file(picture(BufferedImage.TYPE_BYTE_GRAY, 600, 30));
    TileIndex index = TileIndex.read(new ByteArrayInputStream(file));

    assertThat(index.colour()).isFalse();
    assertThat(tile(file, index, 1, 0, 0).getRaster().getNumBands()).isEqualTo(1);
  }

  @Test
  void whatIsDamagedIsNotedBeforeAnythingIsDecoded() throws IOException {
    byte[] file = file(picture(BufferedImage.TYPE_BYTE_GRAY, 600, 30));
    TileIndex index = TileIndex.read(new ByteArrayInputStream(file));
    byte[] tile = file.clone();
    tile[(int) index.begin(1) + 40] ^= 1;
    byte[] head = file.clone();
    head[0] ^= 1;

    assertThatThrownBy(() -> tile(tile, index, 0, 1, 0))
        .isInstanceOf(StreamCorruptedException.class);
    assertThatThrownBy(() -> TileIndex.read(new ByteArrayInputStream(head)))
        .isInstanceOf(StreamCorruptedException.class);
    assertThatThrownBy(() -> TileIndex.read(new ByteArrayInputStream(file, 0, 20)))
        .isInstanceOf(EOFException.class);
  }

  /** Red grows to the right, green downwards. */
  private static BufferedImage picture(int type, int width, int height) {
    BufferedImage picture = new BufferedImage(width, height, type);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, new Color(255 * x / width, 255 * y / height, 128).getRGB());
      }
    }
    return picture;
  }

  private static void assertShows(
      BufferedImage tile, TileGrid grid, int level, int column, int row) {
    assertThat(tile.getWidth()).isEqualTo(grid.tileWidth(level, column));
    assertThat(tile.getHeight()).isEqualTo(grid.tileHeight(level, row));
    int x = tile.getWidth() / 2;
    int y = tile.getHeight() / 2;
    Color shown = new Color(tile.getRGB(x, y));
    double right = (column * 512 + x + 0.5) / grid.width(level);
    double down = (row * 512 + y + 0.5) / grid.height(level);
    assertThat((double) shown.getRed()).isCloseTo(255 * right, within(4.0));
    assertThat((double) shown.getGreen()).isCloseTo(255 * down, within(4.0));
  }

  private byte[] file(BufferedImage picture) throws IOException {
    Path file = folder.resolve("tiles.bin");
    TileFile.write(picture, file);
    return Files.readAllBytes(file);
  }

  private static BufferedImage tile(byte[] file, TileIndex index, int level, int column, int row)
      throws IOException {
    int number = index.grid().number(level, column, row);
    InputStream bytes = new ByteArrayInputStream(file);
    bytes.skipNBytes(index.begin(number));
    return ImageIO.read(new ByteArrayInputStream(index.tile(bytes, number)));
  }
}
