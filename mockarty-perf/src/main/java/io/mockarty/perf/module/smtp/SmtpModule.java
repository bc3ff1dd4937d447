package io.mockarty.perf.module.smtp;

import io.mockarty.perf.module.ModuleContext;
import io.mockarty.perf.module.ModuleSources;
import io.mockarty.perf.module.ScriptModule;
import java.util.List;

/** The module {@code mockarty/smtp}: mail, over one connection for each user. */
public final class SmtpModule implements ScriptModule {

    /** For {@link java.util.ServiceLoader}. */
    public SmtpModule() {}

    @Override
    public List<String> names() {
        return List.of("mockarty/smtp");
    }

    @Override
    public List<Library> libraries() {
        return List.of(new Library("org.eclipse.angus.mail.smtp.SMTPTransport", "org.eclipse.angus:angus-mail"));
    }

    @Override
    public Object open(ModuleContext user) {
        return new SmtpFunctions(user);
    }

    @Override
    public String source(String name) {
        return ModuleSources.read(SmtpModule.class, "smtp.mjs");
    }
}
