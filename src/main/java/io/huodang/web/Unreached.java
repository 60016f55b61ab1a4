package io.huodang.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers a request that failed before it reached its controller, for example because the registry
 * could not say who asks, as if the controller itself had failed.
 */
@Controller
class Unreached implements ErrorController {
  /** Where a request keeps what failed, when a filter caught it. */
  static final String FAILURE = Unreached.class.getName() + ".failure";

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void failAgain(HttpServletRequest request) throws Exception {
    if (request.getAttribute(FAILURE) instanceof Exception failure) {
      throw failure;
    }
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Exception failure) {
      throw failure;
    }
    throw new ResponseStatusException(
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            ? HttpStatusCode.valueOf(status)
            : HttpStatusCode.valueOf(404));
  }
}
