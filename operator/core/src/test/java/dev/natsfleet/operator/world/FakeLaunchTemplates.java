package dev.natsfleet.operator.world;

import dev.natsfleet.operator.port.LaunchTemplate;
import dev.natsfleet.operator.port.LaunchTemplate.Version;
import dev.natsfleet.operator.port.LaunchTemplateSpec;
import dev.natsfleet.operator.port.LaunchTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The launch template of a {@link FakeWorld}. */
public final class FakeLaunchTemplates implements LaunchTemplates {

  static final String ID = "lt-1";

  /** Its versions. */
  public final List<Version> versions = new ArrayList<>();

  /** How many versions were ever created. */
  public long created;

  private long defaultVersion;

  /** Who its tag says owns it. */
  public @Nullable String owner;

  @Override
  public Optional<LaunchTemplate> observe() {
    return versions.isEmpty()
        ? Optional.empty()
        : Optional.of(new LaunchTemplate(ID, owner, defaultVersion, versions));
  }

  @Override
  public void create(LaunchTemplateSpec spec, String description) {
    created++;
    owner = spec.tags().get("natsfleet:owner");
    defaultVersion = created;
    versions.add(Version.of(created, description, spec.image()));
  }

  @Override
  public void makeDefault(long version) {
    defaultVersion = version;
  }

  @Override
  public void setOwner(String next) {
    owner = next;
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
