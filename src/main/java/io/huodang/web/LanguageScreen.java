package io.huodang.web;

import io.huodang.access.OpenToAll;
import io.huodang.access.Users;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language of the screens, for this browser and for the account. */
@Controller
class LanguageScreen {
  private final LocaleResolver languages;
  private final Users users;

  LanguageScreen(LocaleResolver languages, Users users) {
    this.languages = languages;
    this.users = users;
  }

  /**
   * @param back the page to return to: a path of this server
   */
  @OpenToAll
  @PostMapping("/language")
  String choose(
      @RequestParam String to,
      @RequestParam(defaultValue = "/") String back,
      HttpServletRequest request,
      HttpServletResponse response) {
    Locale language = Locale.of(to);
    if (!Languages.SPOKEN.contains(language)) {
      throw new Refusal("unknown-language", "Choose zh or en.");
    }
    languages.setLocale(request, response, language);
    WhoAsks.of(request).ifPresent(known -> users.setLanguage(known.viewer().userId(), to));
    return "redirect:" + (back.matches("/|/[A-Za-z0-9][A-Za-z0-9/_-]*") ? back : "/");
  }
}
