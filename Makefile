# What people do with this repository. `make` or `make help` lists it.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

# JDK 25: JAVA_HOME if it is one, else one in /usr/lib/jvm, else the java on PATH if it is one.
JDK := $(shell build/jdk25 2>/dev/null)
export JAVA_HOME = $(JDK)
MVN := mvn --batch-mode --no-transfer-progress
# Said on the command line or not at all: what happens to be exported is no wish to have CRDs applied there.
KUBERNETES = $(if $(findstring command line,$(origin CLUSTER)),--kubeconfig $(CLUSTER))
FLEET := kube-apiserver etcd nats-server kubectl
SOURCES = $(shell git ls-files --cached --others --exclude-standard -- '*.java' '*/src/main/resources/*' '*pom.xml')

.PHONY: help jdk tools build check test demo smoke soak soak-registry soak-logs soak-smoke soak-bench bench bench-clusters simulate picture image image-test kubernetes clean fmt

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

jdk:
	@build/jdk25 >/dev/null

tools: ## get the programs that tests and demo run (tools/versions, tools/apt-packages)
	@tools/apt
	@tools/tool --all

target/built: $(SOURCES)
	@$(MAKE) build

build: jdk ## compile and package everything that has changed, without tests
	@$(MVN) --quiet package -DskipTests
	@mkdir -p target && touch target/built

check: jdk ## compile, style and every test that starts no server; three minutes
	@build/test --without-servers $(MVN)

test: jdk ## run every test and every check; the last line says how many passed
	@build/test $(MVN)

demo: jdk target/built ## the whole fleet on this machine; Ctrl-C ends it (CLUSTER=<kubeconfig> uses a Kubernetes that you have)
	@tools/tool $(FLEET) >/dev/null
	@local/bin/natsfleet-local demo $(KUBERNETES)

smoke: jdk target/built ## the demo without a person: apply, kill, terminate, scale, delete; the last line is JSON
	@tools/tool $(FLEET) aws nats >/dev/null
	@local/bin/natsfleet-local smoke $(KUBERNETES)

soak: soak-registry soak-logs soak-smoke soak-bench ## all that follows, one after the other; ends at the first that fails

soak-registry: jdk ## two minutes without DynamoDB
	@$(MVN) --quiet test -pl local/acceptance -am -Dtest=RegistryOutageTest -Dnatsfleet.outage=real

soak-logs: jdk ## the log pipeline's scenarios at full strength: 50 kills in a million lines, five minutes of back-pressure (LOGS=class of a test)
	@tools/apt && tools/tool nats-server >/dev/null
	@$(MVN) --quiet test -pl logs/shipper,logs/acceptance -am -Dtest='$(if $(LOGS),$(LOGS),dev.natsfleet.logs.acceptance.**,RestlessWriterTest,LinkedTreeTest,SurroundingsTest)' -Dsurefire.failIfNoSpecifiedTests=false -Dnatsfleet.soak=true

soak-smoke: jdk ## the smoke run ROUNDS times (10)
	@for round in $$(seq $(or $(ROUNDS),10)); do echo "round $$round"; $(MAKE) smoke; done

soak-bench: jdk target/built ## kill -9 of everything and the seconds until lines flow again; the log pipeline under kills for SECONDS (600)
	@tools/tool nats-server >/dev/null && tools/tool nats >/dev/null
	@bench/bin/bench only=resume,soak seconds=$(or $(SECONDS),600)

bench: jdk target/built ## the log pipeline beside its peers (LINES, ROUNDS; FSHIPPER=directory of its programs); prints Markdown
	@tools/tool nats-server >/dev/null && tools/tool nats >/dev/null
	@bench/bin/bench lines=$(or $(LINES),1000000) rounds=$(or $(ROUNDS),3) fshipper=$(FSHIPPER)

bench-clusters: jdk target/built ## one operator with CLUSTERS (300) NatsClusters: seconds until all are ready, cost at rest; prints Markdown
	@tools/tool $(FLEET) >/dev/null
	@bench/clusters/bin/bench-clusters clusters=$(or $(CLUSTERS),300) seconds=$(or $(SECONDS),60)

simulate: jdk target/built ## SEEDS worlds (10000) in which things go wrong; the shrunk story of each seed that fails (FIRST=seed, STORY=file: one story with all that happens)
	@simulation/bin/simulate $(if $(STORY),story=$(STORY),seeds=$(or $(SEEDS),10000) first=$(or $(FIRST),1))

picture: jdk ## draw the picture in docs/architecture.md from the code's imports
	@"$$JAVA_HOME/bin/java" -Dnatsfleet.root="$(CURDIR)" checks/src/test/java/dev/natsfleet/checks/picture/PictureMain.java

image: jdk ## the operator's image as an OCI tar under target/ (REGISTRY=host/path goes before its name, TAG=version)
	@build/image $(MVN)

image-test: jdk ## the image built twice, which must give one digest, and started as Kubernetes would; as root
	@build/image-test $(MVN)

kubernetes: jdk ## chart and image in a Kubernetes of one node that runs pods: install, leader killed, upgrade, uninstall; as root
	@REGISTRY=natsfleet.test build/image $(MVN)
	@$(MVN) --quiet test -pl operator/acceptance -am -Dtest=KubernetesNodeIT -Dsurefire.failIfNoSpecifiedTests=false

fmt: jdk ## lay the code out as the build wants it
	@$(MVN) --quiet spotless:apply

clean: jdk ## remove what was built; the cache of tools stays
	@$(MVN) --quiet clean && rm -rf target
