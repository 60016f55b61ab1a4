package io.huodang.access.web;

import io.huodang.access.SignIn.Known;
import io.huodang.access.Viewer;
import io.huodang.vocabulary.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a controller method the {@link Viewer} that it asks for, or all that is {@link Known}. */
final class ViewerArgument implements HandlerMethodArgumentResolver {

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class
        || parameter.getParameterType() == Known.class;
  }

  @Override
  public Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    if (request.getAttribute(ViewerFilter.KNOWN, RequestAttributes.SCOPE_REQUEST)
        instanceof Known known) {
      return parameter.getParameterType() == Known.class ? known : known.viewer();
    }
    throw new Refusal("not-signed-in", "Sign in first.");
  }
}
