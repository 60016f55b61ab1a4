package io.huodang.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NameVoteTest {

  @Test
  void aSurnameThatNobodyBearsGivesWayToOneThatWasReadOnce() {
    List<NameVote.Choice> names =
        NameVote.among(List.of("汉明浩", "汉明浩", "汉明浩", "冯明浩", "汉明洗", "汉明浩"), 0);
    assertThat(names.getFirst().name()).isEqualTo("冯明浩");
    assertThat(names.getFirst().confidence()).isLessThan(1);
  }

  @Test
  void aRareSurnameStaysWhereEveryReadingSaysIt() {
    assertThat(NameVote.among(List.of("南建国", "南建国", "南建囯"), 0).getFirst().name()).isEqualTo("南建国");
  }

  @Test
  void whatNobodyReadIsNeverBroughtIn() {
    assertThat(NameVote.among(List.of("汉明浩", "汉明洗"), 0).stream().map(NameVote.Choice::name))
        .containsExactly("汉明浩", "汉明洗");
  }

  @Test
  void readingsThatLostOrEchoedACharacterDoNotVote() {
    assertThat(NameVote.among(List.of("冯了明浩", "冯明浩", "冯明浩", "明浩"), 0).getFirst().name())
        .isEqualTo("冯明浩");
  }

  @Test
  void aSurnameOfTwoCharactersIsOne() {
    assertThat(NameVote.among(List.of("欧阳海", "欧阴海"), 0).getFirst().name()).isEqualTo("欧阳海");
  }

  @Test
  void aReadingThatIsTooShortForItsInkGivesWay() {
    assertThat(NameVote.among(List.of("何洋", "何洋", "何吉洋"), 3).getFirst().name()).isEqualTo("何吉洋");
    assertThat(NameVote.among(List.of("何洋", "何洋"), 3).getFirst().name()).isEqualTo("何洋");
  }
}
