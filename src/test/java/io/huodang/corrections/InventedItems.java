package io.huodang.corrections;

import io.huodang.access.Role;
import io.huodang.access.Terms;
import io.huodang.access.Users;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.catalog.Items;
import io.huodang.catalog.NewPageVersion;
import io.huodang.catalog.NewReading;
import io.huodang.catalog.Pages;
import io.huodang.vocabulary.CitizenId;
import io.huodang.vocabulary.Sha256;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Items of invented people, put into the registry as if they had been read. */
@Component
public class InventedItems {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final JdbcClient jdbc;
  private final Users users;
  private final Items items;
  private final Pages pages;

  InventedItems(JdbcClient jdbc, Users users, Items items, Pages pages) {
    this.jdbc = jdbc;
    this.users = users;
    this.items = items;
    this.pages = pages;
  }

  /** A valid citizen ID of nobody. */
  public static String citizenId(int sequence) {
    String seventeen = "37108119600101%03d".formatted(sequence);
    return seventeen + CitizenId.checkOf(seventeen);
  }

  /** A reading in the upper half of a page. */
  public static NewReading reading(
      String field, @Nullable Integer row, String value, double confidence) {
    return new NewReading(
        field, row, value, confidence, List.of(), new int[] {248, 400, 620, 120}, "ocr");
  }

  /** Someone who works here. */
  public Viewer someone(String name, Role role) {
    UUID id =
        users
            .find(name)
            .map(user -> user.id())
            .orElseGet(() -> users.make(name, name, role).user().id());
    return Viewer.of(id, name, role);
  }

  /** An item of pages that carry these readings. */
  @SafeVarargs
  public final Item item(List<NewReading>... readings) {
    return item("hall", readings);
  }

  /**
   * The same, delivered by another source.
   *
   * @param source {@code hall}, {@code employer} or {@code vendor}
   */
  @SafeVarargs
  public final Item item(String source, List<NewReading>... readings) {
    UUID user = someone("zhao.min", Role.CLERK).userId();
    UUID fonds = jdbc.sql("select id from fonds").query(UUID.class).single();
    UUID batch =
        jdbc.sql(
                """
                insert into batch (fonds_id, title, source, arrangement, created_by)
                values (:fonds, 'invented', :source, 'file-is-item', :user) returning id
                """)
            .param("fonds", fonds)
            .param("source", source)
            .param("user", user)
            .query(UUID.class)
            .single();
    UUID file =
        jdbc.sql(
                """
                insert into scan_file (batch_id, key, path, sha256, size, media_type, received_by)
                values (:batch, 'one', 'one.tif', sha256(cast(:bytes as bytea)), 1, 'image/tiff', :user)
                returning id
                """)
            .param("batch", batch)
            .param("bytes", "invented " + NUMBER.incrementAndGet())
            .param("user", user)
            .query(UUID.class)
            .single();
    List<UUID> made = pages.create(file, readings.length);
    for (int i = 0; i < readings.length; i++) {
      pages.record(made.get(i), read(readings[i]));
    }
    UUID item = items.createOfFile(file, new Terms(fonds, null, batch, null), made);
    return items.find(item).orElseThrow();
  }

  /** A page as a worker reads it: A4 at 300 dots an inch. */
  public static NewPageVersion read(List<NewReading> readings) {
    return new NewPageVersion(
        2480,
        3508,
        300,
        0,
        false,
        0,
        false,
        0.9,
        null,
        null,
        "invented",
        Sha256.ofContent("no text".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        0.1,
        null,
        List.of(),
        readings,
        null);
  }
}
