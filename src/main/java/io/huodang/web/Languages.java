package io.huodang.web;

import io.huodang.access.SignIn.Known;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * In which language screens and problems are: as chosen in this browser, else as the account
 * remembers, else as the browser asks, else Chinese.
 */
@Configuration(proxyBeanMethods = false)
class Languages {
  static final List<Locale> SPOKEN = List.of(Locale.CHINESE, Locale.ENGLISH);

  @Bean
  LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("huodang-language");
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    resolver.setRejectInvalidCookies(false);
    resolver.setDefaultLocaleFunction(Languages::withoutChoice);
    return resolver;
  }

  private static Locale withoutChoice(HttpServletRequest request) {
    Optional<String> remembered = WhoAsks.of(request).map(Known::language);
    if (remembered.isPresent()) {
      return Locale.of(remembered.get());
    }
    if (request.getHeader("Accept-Language") != null) {
      for (Locale asked : Collections.list(request.getLocales())) {
        Locale language = Locale.of(asked.getLanguage());
        if (SPOKEN.contains(language)) {
          return language;
        }
      }
    }
    return Locale.CHINESE;
  }
}
