package io.huodang.web;

import com.fasterxml.jackson.annotation.Nulls;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.yaml.JacksonYamlHttpMessageConverter;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** How strictly the bodies of calls are read; the rest of it stands in application.yml. */
@Configuration(proxyBeanMethods = false)
class JsonBodies implements WebMvcConfigurer {

  /** YAML is for document types; nobody sends it, and nothing would read it as strictly. */
  @Override
  public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
    builder.configureMessageConvertersList(
        converters -> converters.removeIf(JacksonYamlHttpMessageConverter.class::isInstance));
  }

  @Bean
  JsonMapperBuilderCustomizer strictly() {
    return json ->
        json.withCoercionConfig(
                LogicalType.Textual,
                texts ->
                    texts
                        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()));
  }

  /** A text that the registry can keep: without NUL, without halves of characters. */
  private static final class StorableText extends StdScalarDeserializer<String> {
    private StorableText() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
      String text = _parseString(parser, context, this);
      if (!Text.isStorable(text)) {
        throw InvalidFormatException.from(
            parser, "not a storable text", "(not repeated)", String.class);
      }
      return text;
    }
  }
}
