package io.huodang.access.web;

import io.huodang.access.Access;
import io.huodang.access.Needs;
import io.huodang.access.OpenToAll;
import io.huodang.access.SignIn.Known;
import io.huodang.vocabulary.Refusal;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Asks {@link Access} before a controller method is called. A method that names no need is closed.
 */
final class NeedsInterceptor implements HandlerInterceptor {
  private final Access access;

  NeedsInterceptor(Access access) {
    this.access = access;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod method)
        || request.getDispatcherType() != DispatcherType.REQUEST
        || ErrorController.class.isAssignableFrom(method.getBeanType())
        || isListOfMethods(method)
        || method.hasMethodAnnotation(OpenToAll.class)) {
      return true;
    }
    Needs needs = method.getMethodAnnotation(Needs.class);
    if (needs == null) {
      needs = AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class);
    }
    if (needs == null) {
      throw new Refusal("closed", "Nobody has said who may do this, so nobody may.");
    }
    if (!(request.getAttribute(ViewerFilter.KNOWN) instanceof Known known)) {
      throw new Refusal("not-signed-in", "Sign in first.");
    }
    access.requireMay(known.viewer(), needs.value());
    return true;
  }

  /** Spring's own answer to OPTIONS: which methods an address takes. */
  private static boolean isListOfMethods(HandlerMethod method) {
    return method.getBeanType().getEnclosingClass() == RequestMappingInfoHandlerMapping.class;
  }
}
