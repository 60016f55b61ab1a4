package io.huodang.access.web;

import io.huodang.access.From;
import io.huodang.access.SignIn;
import java.util.List;
import java.util.Locale;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets Spring Security's form ask {@link SignIn}. */
@Component
class PasswordProvider implements AuthenticationProvider {
  private final SignIn signIn;

  PasswordProvider(SignIn signIn) {
    this.signIn = signIn;
  }

  @Override
  public Authentication authenticate(Authentication asked) {
    From from = asked.getDetails() instanceof From told ? told : From.UNKNOWN;
    Object password = asked.getCredentials();
    return signIn
        .byPassword(
            asked.getName().strip().toLowerCase(Locale.ROOT),
            password == null ? "" : password.toString(),
            from)
        .map(begun -> UsernamePasswordAuthenticationToken.authenticated(begun, null, List.of()))
        .orElseThrow(() -> new BadCredentialsException("sign-in-refused"));
  }

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }
}
