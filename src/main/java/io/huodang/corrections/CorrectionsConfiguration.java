package io.huodang.corrections;

import io.huodang.extraction.FormKinds;
import io.huodang.workers.WorkersSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What corrections know of forms. */
@Configuration(proxyBeanMethods = false)
class CorrectionsConfiguration {

  /** Read when first asked for: a wrong file shall not keep the server from starting. */
  @Bean
  @Lazy
  FormKinds formKinds(WorkersSettings settings) {
    return FormKinds.load(settings.documentTypesFolder());
  }
}
