# shellcheck shell=bash
# What tools/tool must know of each program: how it says its version, where its release is, what to build.

# Prints what program $2, said to be tool $1, answers when asked for its version.
version_answer() {
  # An installed Python program has its packages in lib beside it.
  case $1 in
    kubectl) timeout 20 "$2" version --client ;;
    helm) timeout 20 "$2" version --short ;;
    moto_server) PYTHONPATH=$(dirname "$2")/lib timeout 20 python3 -c 'from importlib.metadata import version; print(version("moto"))' ;;
    *) timeout 20 "$2" --version ;;
  esac 2>/dev/null </dev/null
}

# Is the program at $2 good enough to stand in for tool $1? Any AWS CLI speaks to our emulator; all others must be the pinned version.
acceptable() {
  local answer
  answer=$(version_answer "$1" "$2") || return 1
  case $1 in
    aws) [[ $answer =~ ^aws-cli/[12]\. ]] ;;
    *) [[ $answer =~ (^|[^0-9.])"$(version_of "$1")"($|[^0-9.]) ]] ;;
  esac
}

# Prints, for tool $1: address of the official release, address of its published SHA-256, path of the program inside the archive.
release_of() {
  local v dir file
  v=$(version_of "$1")
  case $1 in
    nats-server)
      dir=https://github.com/nats-io/nats-server/releases/download/v$v file=nats-server-v$v-linux-$ARCH
      echo "$dir/$file.tar.gz $dir/SHA256SUMS $file/nats-server" ;;
    nats)
      dir=https://github.com/nats-io/natscli/releases/download/v$v file=nats-$v-linux-$ARCH
      echo "$dir/$file.zip $dir/SHA256SUMS $file/nats" ;;
    etcd)
      dir=https://github.com/etcd-io/etcd/releases/download/v$v file=etcd-v$v-linux-$ARCH
      echo "$dir/$file.tar.gz $dir/SHA256SUMS $file/etcd" ;;
    kube-apiserver | kubectl | kubelet | kube-controller-manager | kube-scheduler | kube-proxy)
      dir=https://dl.k8s.io/release/v$v/bin/linux/$ARCH
      echo "$dir/$1 $dir/$1.sha256 $1" ;;
    helm)
      dir=https://get.helm.sh file=helm-v$v-linux-$ARCH
      echo "$dir/$file.tar.gz $dir/$file.tar.gz.sha256sum linux-$ARCH/helm" ;;
  esac
}

# Prints the Go packages and the linker flags that make tool $1, one a line: flags first.
go_build_of() {
  local v kube=k8s.io/component-base/version
  v=$(version_of "$1")
  case $1 in
    nats-server) printf '%s\n' "" github.com/nats-io/nats-server/v2 ;;
    nats) printf '%s\n' "-X main.version=$v" github.com/nats-io/natscli/nats ;;
    etcd | coredns | pause) printf '%s\n' "" . ;;
    helm) printf '%s\n' "-X helm.sh/helm/v4/internal/version.version=v$v" helm.sh/helm/v4/cmd/helm ;;
    kube-apiserver | kubectl)
      printf '%s\n' "-X $kube.gitVersion=v$v -X $kube.gitMajor=${v%%.*} -X $kube.gitMinor=$(cut -d. -f2 <<<"$v")" \
        k8s.io/kubernetes/cmd/kube-apiserver k8s.io/kubernetes/cmd/kubectl ;;
    kubelet | kube-controller-manager | kube-scheduler | kube-proxy)
      printf '%s\n' "-X $kube.gitVersion=v$v -X $kube.gitMajor=${v%%.*} -X $kube.gitMinor=$(cut -d. -f2 <<<"$v")" \
        k8s.io/kubernetes/cmd/{kubelet,kube-controller-manager,kube-scheduler,kube-proxy} ;;
  esac
}

# Prints the Python module that is tool $1.
python_module_of() {
  case $1 in
    aws) echo awscli ;;
    moto_server) echo moto.server ;;
  esac
}
