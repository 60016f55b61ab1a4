package io.huodang.viewing.web;

import io.huodang.access.Action;
import io.huodang.access.Needs;
import io.huodang.access.Viewer;
import io.huodang.catalog.Item;
import io.huodang.viewing.ItemDocument;
import io.huodang.viewing.Looks;
import io.huodang.viewing.PersonFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The screen on which a person's file is leafed through. */
@Controller
class FileScreens {
  private final Looks looks;

  FileScreens(Looks looks) {
    this.looks = looks;
  }

  @Needs(Action.VIEW_PERSON)
  @GetMapping("/people/{id}")
  String person(@PathVariable UUID id, Viewer viewer, Model model) {
    PersonFile file = looks.atPerson(viewer, id);
    if (!file.person().id().equals(id)) {
      return "redirect:/people/" + file.person().id();
    }
    model.addAttribute("person", PersonDocument.of(file));
    model.addAttribute("cards", cards(file.items(), file.person().id()));
    model.addAttribute("start", 1);
    return "file";
  }

  @Needs(Action.REVEAL_ID)
  @PostMapping("/people/{id}/reveal")
  String reveal(@PathVariable UUID id, @RequestParam String purpose, Viewer viewer, Model model) {
    model.addAttribute("numbers", looks.reveal(viewer, id, purpose));
    model.addAttribute("id", id);
    return "parts/citizen-id :: revealed";
  }

  /** The masked number again, when the full one has stood long enough. */
  @Needs(Action.VIEW_PERSON)
  @GetMapping("/people/{id}/citizen-id")
  String hide(@PathVariable UUID id, Viewer viewer, Model model) {
    model.addAttribute("person", PersonDocument.of(looks.atPerson(viewer, id)));
    return "parts/citizen-id :: masked";
  }

  private List<ItemCard> cards(List<Item> items, UUID person) {
    Map<UUID, String> names = looks.namesOf(items);
    List<ItemCard> cards = new ArrayList<>();
    for (Item item : items) {
      ItemCard before = cards.isEmpty() ? null : cards.getLast();
      ItemCard card = ItemCard.of(ItemDocument.of(item, names), person, true);
      cards.add(card.after(before));
    }
    return cards;
  }
}
