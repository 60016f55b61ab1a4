package io.huodang.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GroupingTest {

  @Test
  void everyFileIsAnItemInTheOrderInWhichPeopleCount() {
    assertThat(Grouping.of(Arrangement.FILE_IS_ITEM, List.of("10.jpg", "2.jpg")))
        .extracting(Grouping.Group::files)
        .containsExactly(List.of(1), List.of(0));
  }

  @Test
  void filesOfAFolderAreOneItemWithPagesInOrder() {
    List<Grouping.Group> groups =
        Grouping.of(
            Arrangement.FOLDER_IS_ITEM,
            List.of("b/10.jpg", "b/9.jpg", "a\\甲\\1.tif", "top.jpg", "b/1.jpg"));

    assertThat(groups)
        .extracting(Grouping.Group::name, Grouping.Group::files)
        .containsExactly(
            tuple("甲", List.of(2)), tuple("b", List.of(4, 1, 0)), tuple("", List.of(3)));
  }

  @Test
  void namesThatDifferInTheirLastNumberAreOneItemUnderTheFileNumber() {
    List<Grouping.Group> groups =
        Grouping.of(
            Arrangement.NAME_PREFIX,
            List.of(
                "盒1/J001-WS·2015-Y-BGS-0001-0002.jpg",
                "盒1/J001-WS·2015-Y-BGS-0001-0001.jpg",
                "盒1/J001-WS·2015-Y-BGS-0002-0001.jpg",
                "盒2/J001-WS·2015-Y-BGS-0002-0002.jpg"));

    assertThat(groups)
        .extracting(Grouping.Group::fileNumber, Grouping.Group::files)
        .containsExactly(
            tuple("J001-WS·2015-Y-BGS-0001", List.of(1, 0)),
            tuple("J001-WS·2015-Y-BGS-0002", List.of(2)),
            tuple("J001-WS·2015-Y-BGS-0002", List.of(3)));
  }

  @Test
  void aFileBelongsToTheCataloguedNumberInItsPathWhateverSignsTheFileSystemTook() {
    List<Grouping.Group> groups =
        Grouping.of(
            Arrangement.CATALOGUE,
            List.of("盒1/J001_2015-Y-0001/2.jpg", "J001·2015-Y-0001-0001.jpg", "IMG_3.jpg"),
            Set.of("J001·2015-Y-0001"));

    assertThat(groups)
        .extracting(Grouping.Group::fileNumber, Grouping.Group::files)
        .containsExactly(tuple(null, List.of(2)), tuple("J001·2015-Y-0001", List.of(1, 0)));
  }

  @Test
  void whatAScannerCallsItsFilesIsNoFileNumber() {
    assertThat(
            Grouping.of(Arrangement.NAME_PREFIX, List.of("IMG_0001.jpg", "IMG_0002.jpg", "x.tif")))
        .extracting(Grouping.Group::name, Grouping.Group::fileNumber)
        .containsExactly(tuple("IMG", null), tuple("x", null));
  }
}
