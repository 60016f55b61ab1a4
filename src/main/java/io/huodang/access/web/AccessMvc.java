package io.huodang.access.web;

import io.huodang.access.Access;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the check and the viewer before every controller method. */
@Configuration(proxyBeanMethods = false)
class AccessMvc implements WebMvcConfigurer {
  private final Access access;

  AccessMvc(Access access) {
    this.access = access;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new NeedsInterceptor(access));
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(new ViewerArgument());
  }
}
