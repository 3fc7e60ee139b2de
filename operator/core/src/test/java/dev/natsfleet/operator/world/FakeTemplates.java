package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.Template;
import dev.natsfleet.operator.port.Template.Version;
import dev.natsfleet.operator.port.TemplateSpec;
import dev.natsfleet.operator.port.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The launch template of a {@link World}. */
public final class FakeTemplates implements Templates {

  /** Its versions. */
  public final List<Version> versions = new ArrayList<>();

  /** How many versions were ever created. */
  public long created;

  private long defaultVersion;
  private @Nullable String owner;

  @Override
  public Optional<Template> observe() {
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(new Template(owner, defaultVersion, versions));
  }

  @Override
  public void create(TemplateSpec spec, String hash) {
    created++;
    owner = spec.tags().get("natsfleet:owner");
    defaultVersion = created;
    versions.add(new Version(created, hash));
  }

  @Override
  public void makeDefault(long version) {
    defaultVersion = version;
  }

  @Override
  public void prune(long version) {
    versions.removeIf(v -> v.number() == version);
  }

  @Override
  public void delete() {
    versions.clear();
  }
}
