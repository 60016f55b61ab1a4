package io.huodang.access;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * How passwords are kept: bcrypt, with its name before the hash, so that a better one can follow.
 */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  @Bean
  PasswordEncoder passwordEncoder(AccessSettings settings) {
    return new DelegatingPasswordEncoder(
        "bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(settings.passwordCost())));
  }
}
