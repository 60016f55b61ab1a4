package io.huodang;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The server: every module in one process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class HuodangApplication {}
