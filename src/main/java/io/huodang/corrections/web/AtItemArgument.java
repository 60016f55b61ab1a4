package io.huodang.corrections.web;

import io.huodang.vocabulary.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.ui.Model;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Hands a controller method whose address names an item the {@link AtItem} that it asks for. */
@Configuration(proxyBeanMethods = false)
class AtItemArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == AtItem.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest web,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest request = given(web.getNativeRequest(HttpServletRequest.class));
    return new AtItem(
        id(request),
        IfMatch.revision(request.getHeader(HttpHeaders.IF_MATCH)),
        RequestContextUtils.getLocale(request),
        (Model) given(container).getModel(),
        given(web.getNativeResponse(HttpServletResponse.class)));
  }

  private static UUID id(HttpServletRequest request) {
    if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
        instanceof Map<?, ?> variables) {
      try {
        return UUID.fromString(String.valueOf(variables.get("id")));
      } catch (IllegalArgumentException e) {
        throw new Refusal("bad-request", "The address names no item.");
      }
    }
    throw new IllegalStateException("Only a call to a controller's method is at an item");
  }

  private static <T> T given(@Nullable T part) {
    return Objects.requireNonNull(part);
  }
}
