package io.huodang.access.web;

import io.huodang.access.SignIn;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The two doors: calls ({@code /api}) by token or session, screens by session. Everything is behind
 * them except what a stranger needs in order to sign in, and the answer whether the server lives.
 */
@Configuration(proxyBeanMethods = false)
class Doors {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self'; font-src 'self'; "
          + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

  /** What strangers may fetch; controllers among it say {@code @OpenToAll} as well. */
  private static final String[] OPEN = {
    "/sign-in",
    "/language",
    "/assets/**",
    "/webjars/**",
    "/favicon.ico",
    "/actuator/health",
    "/actuator/health/*"
  };

  /** How long each filter takes nobody asks; to watch them takes longer than most of them do. */
  @Bean
  SecurityObservationSettings unobserved() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  @Order(1)
  SecurityFilterChain calls(HttpSecurity http, SignIn signIn, Strangers strangers) {
    return common(http, signIn)
        .securityMatcher("/api/**", "/iiif/**", "/actuator/**")
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(strangers::refuseCall)
                    .accessDeniedHandler(strangers::refuseForgery))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain screens(HttpSecurity http, SignIn signIn, Strangers strangers) {
    return common(http, signIn)
        .formLogin(
            form ->
                form.loginPage("/sign-in")
                    .loginProcessingUrl("/sign-in")
                    .usernameParameter("name")
                    .passwordParameter("password")
                    .authenticationDetailsSource(Browsers::from)
                    .successHandler(strangers::welcome)
                    .failureUrl("/sign-in?refused"))
        .logout(
            logout ->
                logout
                    .logoutUrl("/sign-out")
                    .addLogoutHandler(strangers::signOut)
                    .logoutSuccessUrl("/sign-in?out"))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(strangers::sendToSignIn)
                    .accessDeniedHandler(strangers::refuseForgery))
        .build();
  }

  private static HttpSecurity common(HttpSecurity http, SignIn signIn) {
    return http.authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(
                        DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                    .permitAll()
                    .requestMatchers(OPEN)
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        // Who is signed in stands in the registry: the server itself keeps nothing of a browser.
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(cache -> cache.disable())
        .csrf(
            csrf ->
                csrf.csrfTokenRepository(new PageTokens())
                    .ignoringRequestMatchers(request -> ViewerFilter.bearer(request) != null))
        .addFilterBefore(new ViewerFilter(signIn), CsrfFilter.class)
        .addFilterAfter(new PasswordFirstFilter(), AuthorizationFilter.class)
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                    .frameOptions(frame -> frame.deny())
                    .referrerPolicy(
                        policy ->
                            policy.policy(
                                org.springframework.security.web.header.writers
                                    .ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicyHeader(
                        policy ->
                            policy.policy("camera=(self), microphone=(), geolocation=(), usb=()"))
                    .crossOriginOpenerPolicy(
                        policy ->
                            policy.policy(
                                org.springframework.security.web.header.writers
                                    .CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy
                                    .SAME_ORIGIN))
                    .crossOriginResourcePolicy(
                        policy ->
                            policy.policy(
                                org.springframework.security.web.header.writers
                                    .CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy
                                    .SAME_ORIGIN)));
  }
}
