package io.huodang.access.web;

import io.huodang.vocabulary.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token by which a request shows that it came from a page of this session: made from the secret
 * in the session's cookie, so that it is as unknown to others, needs no storing, and changes with
 * the session. Who only can set cookies, as a neighbour on the same host may, cannot make it.
 */
final class PageTokens implements CsrfTokenRepository {
  private static final String NEW_VISIT = PageTokens.class.getName();

  private final StringKeyGenerator secrets =
      new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), 32);

  @Override
  public CsrfToken generateToken(HttpServletRequest request) {
    String visit = secrets.generateKey();
    request.setAttribute(NEW_VISIT, visit);
    return token(visit);
  }

  @Override
  public void saveToken(
      @Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
    if (token == null) {
      SessionCookie.forget(request, response, SessionCookie.VISIT);
    } else if (request.getAttribute(NEW_VISIT) instanceof String visit) {
      SessionCookie.write(request, response, SessionCookie.VISIT, visit);
    }
  }

  @Override
  public @Nullable CsrfToken loadToken(HttpServletRequest request) {
    String session = SessionCookie.read(request, SessionCookie.SESSION);
    String secret = session != null ? session : SessionCookie.read(request, SessionCookie.VISIT);
    return secret == null ? null : token(secret);
  }

  private static CsrfToken token(String secret) {
    String value =
        Sha256.ofContent(("page token of " + secret).getBytes(StandardCharsets.UTF_8)).hex();
    return new DefaultCsrfToken("X-CSRF-TOKEN", "_csrf", value);
  }
}
