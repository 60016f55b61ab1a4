package io.huodang;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

  @Test
  void modulesUseOnlyWhatTheyMayUse() {
    ApplicationModules.of(HuodangApplication.class).verify();
  }
}
