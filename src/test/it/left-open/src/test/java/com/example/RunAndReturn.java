package com.example;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs the tests, and unlike JUnit's own launcher does not end the JVM by force afterwards. */
final class RunAndReturn {

    private RunAndReturn() {}

    public static void main(String[] arguments) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(LeftOpenTest.class))
                                .build(),
                        summary);
        summary.getSummary().printTo(new PrintWriter(System.out, true));
    }
}
