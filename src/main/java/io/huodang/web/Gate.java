package io.huodang.web;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.DefaultRequestRejectedHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** What is turned away before any of our code sees it, and how it is told. */
@Configuration(proxyBeanMethods = false)
class Gate {

  /** Stricter than usual: no field of a form may hold what the registry cannot keep. */
  @Bean
  HttpFirewall firewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setAllowedParameterValues(Text::isStorable);
    return firewall;
  }

  /** Thrown on, so that it is answered where all failures are. */
  @Bean
  RequestRejectedHandler rejections() {
    return new DefaultRequestRejectedHandler();
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> plainReports() {
    return tomcat ->
        tomcat.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Reports.class.getName());
              }
            });
  }

  /** Requests that the server cannot even read have no path: all get a problem document. */
  public static final class Reports extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
      int status = response.getStatus();
      if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
        return;
      }
      response.setContentType("application/problem+json");
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      try {
        Writer out = response.getReporter();
        if (out != null) {
          out.write(document(status));
          response.finishResponse();
        }
      } catch (IOException gone) {
        container.getLogger().debug("Nobody waits for this answer any more", gone);
      }
    }

    private static String document(int status) {
      Problem problem = Problem.of(org.springframework.http.HttpStatusCode.valueOf(status));
      return """
          {"type":"about:blank","title":"%s","status":%d,"detail":"%s","code":"%s"}\
          """
          .formatted(
              org.springframework.http.HttpStatus.valueOf(status).getReasonPhrase(),
              status,
              problem.detail(),
              problem.code());
    }
  }
}
