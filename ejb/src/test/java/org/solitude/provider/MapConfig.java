package org.solitude.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/** Settings of providers from a map, converted as the server converts them. */
record MapConfig(Map<String, String> values) implements Config {

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        String value = values.getOrDefault(name.substring(ProviderSettings.PREFIX.length()), "");
        return value.isEmpty() ? Optional.empty() : Optional.of(type.cast(converted(value, type)));
    }

    private static Object converted(String value, Class<?> type) {
        try {
            return type == Duration.class
                    ? Duration.parse(value)
                    : type == Integer.class ? Integer.valueOf(value) : value;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }

    @Override
    public <T> Optional<List<T>> getOptionalValues(String name, Class<T> type) {
        return getOptionalValue(name, String.class)
                .map(text -> List.of(text.split(",")).stream().map(type::cast).toList());
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet().stream()
                .map(key -> ProviderSettings.PREFIX + key)
                .toList();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new IllegalArgumentException("unsupported");
    }
}
