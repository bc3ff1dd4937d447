package io.mockarty.perf.module.core;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The modules {@code k6/metrics} and {@code mockarty/metrics}: Counter, Gauge, Rate, Trend. */
public final class MetricsModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public MetricsModule() {}

    @Override
    public List<String> names() {
        return List.of("k6/metrics", "mockarty/metrics");
    }

    @Override
    public Object open(ModuleContext user) {
        return new CustomMetrics(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(MetricsModule.class, "metrics.mjs");
    }
}
