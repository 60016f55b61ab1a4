package io.huodang.corrections;

import static io.huodang.corrections.InventedItems.citizenId;
import static io.huodang.corrections.InventedItems.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.huodang.catalog.FieldKey;
import io.huodang.catalog.Item;
import io.huodang.web.FrontOfHouse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(classes = FrontOfHouse.class)
class FieldsTest {
  @TempDir static Path home;

  @Autowired InventedItems invented;
  @Autowired Fields fields;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @Test
  void aFieldStandsWhereItsSurestReadingStands() {
    Item item =
        invented.item(
            List.of(reading("personName", null, "王建囯", 0.6)),
            List.of(reading("personName", null, "王建国", 0.95)));

    KeyField name = fields.of(item).find(FieldKey.ofForm("personName")).orElseThrow();

    assertThat(name.value()).isEqualTo("王建国");
    assertThat(name.alternatives()).containsExactly("王建囯");
    assertThat(name.place())
        .isEqualTo(new Place(item.pages().get(1), 2, 0.1, 400 / 3508.0, 0.25, 120 / 3508.0));
  }

  @Test
  void keysThatWereReadBadlyOrNotAtAllNeedAPerson() {
    String wrong = citizenId(123).substring(0, 17) + "Y";
    Item item =
        invented.item(
            List.of(
                reading("citizenId", null, wrong, 0.99),
                reading("insuredNumber", null, "8476679613", 0.5),
                reading("documentDate", null, "1999-08-01", 0.1)));

    ItemFields found = fields.of(item);

    assertThat(found.all().filter(field -> field.doubt() != null))
        .extracting(field -> field.key().field(), KeyField::doubt)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("personName", Doubt.UNREAD),
            org.assertj.core.groups.Tuple.tuple("citizenId", Doubt.UNSOUND),
            org.assertj.core.groups.Tuple.tuple("insuredNumber", Doubt.UNSURE));
  }

  @Test
  void rowsOfAListAreKeptApart() {
    Item item =
        invented.item(
            List.of(
                reading("personName", 1, "李海燕", 0.9),
                reading("citizenId", 1, citizenId(1), 0.99),
                reading("personName", 2, "陈志强", 0.9)));

    ItemFields found = fields.of(item);

    assertThat(found.rows()).extracting(ItemFields.Row::number).containsExactly(1, 2);
    assertThat(found.rows().get(1).fields())
        .extracting(KeyField::value)
        .containsExactly("陈志强", "", "");
  }
}
