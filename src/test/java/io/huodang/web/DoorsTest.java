package io.huodang.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.huodang.access.Needs;
import io.huodang.access.OpenToAll;
import io.huodang.access.Users;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@SpringBootTest(classes = FrontOfHouse.class)
@AutoConfigureMockMvc
class DoorsTest {
  @TempDir static Path home;

  @Autowired MockMvc browser;
  @Autowired Users users;

  @Autowired
  @org.springframework.beans.factory.annotation.Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  @DynamicPropertySource
  static void registry(DynamicPropertyRegistry properties) {
    FrontOfHouse.in(home, properties);
  }

  @Test
  void noStrangerReachesAnything() throws Exception {
    List<String> open = new ArrayList<>();
    for (var mapping : mappings.getHandlerMethods().entrySet()) {
      if (isOpen(mapping.getValue())) {
        continue;
      }
      for (String pattern : mapping.getKey().getPatternValues()) {
        for (HttpMethod method : methods(mapping.getKey())) {
          String path = pattern.replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
          MockHttpServletResponse answer =
              browser
                  .perform(MockMvcRequestBuilders.request(method, path).with(csrf()))
                  .andReturn()
                  .getResponse();
          boolean refused =
              path.startsWith("/api/")
                  ? answer.getStatus() == 401
                      && answer.getContentAsString().contains("\"not-signed-in\"")
                  : "/sign-in".equals(answer.getRedirectedUrl());
          if (!refused) {
            open.add(method + " " + pattern + " answers " + answer.getStatus());
          }
        }
      }
    }

    assertThat(open).isEmpty();
  }

  @Test
  void everyMethodSaysWhoMayCallIt() {
    assertThat(mappings.getHandlerMethods().values())
        .filteredOn(method -> !isOpen(method))
        .allSatisfy(
            method ->
                assertThat(
                        method.hasMethodAnnotation(Needs.class)
                            || method.getBeanType().isAnnotationPresent(Needs.class))
                    .as(method.toString())
                    .isTrue());
  }

  @Test
  void onlySigningInAndLanguageAreOpenToAll() {
    Set<String> open = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .forEach(
            (mapping, method) -> {
              if (method.hasMethodAnnotation(OpenToAll.class)) {
                open.addAll(mapping.getPatternValues());
              }
            });

    assertThat(open).containsExactly("/language", "/sign-in");
  }

  @Test
  void requestsOfASessionWithoutTheTokenOfTheirPageAreRefused() throws Exception {
    MockHttpServletResponse answer =
        browser
            .perform(MockMvcRequestBuilders.post("/api/v1/pages/shown").cookie(signedIn()))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("\"csrf\"");
  }

  @Test
  void programsWithoutATokenAreToldToSendOne() throws Exception {
    MockHttpServletResponse answer =
        browser
            .perform(MockMvcRequestBuilders.post("/api/v1/pages/shown"))
            .andReturn()
            .getResponse();

    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeader("WWW-Authenticate")).startsWith("Bearer");
    assertThat(answer.getContentAsString()).contains("\"not-signed-in\"", "\"title\"");
  }

  private Cookie signedIn() throws Exception {
    String password = users.resetPassword(users.find("admin").orElseThrow().id());
    return Objects.requireNonNull(
        browser
            .perform(
                MockMvcRequestBuilders.post("/sign-in")
                    .param("name", "admin")
                    .param("password", password)
                    .with(csrf()))
            .andReturn()
            .getResponse()
            .getCookie("HUODANG"));
  }

  private static boolean isOpen(HandlerMethod method) {
    return method.hasMethodAnnotation(OpenToAll.class)
        || ErrorController.class.isAssignableFrom(method.getBeanType());
  }

  private static List<HttpMethod> methods(RequestMappingInfo mapping) {
    Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
    return methods.isEmpty()
        ? List.of(HttpMethod.GET)
        : methods.stream().map(RequestMethod::asHttpMethod).toList();
  }
}
