#!/usr/bin/env bash
# What run.sh and test.sh need first; sourced by both. Says what it does.
#   checks the SDK and installs missing Debian packages

say() { printf '\033[36m==>\033[0m %s\n' "$*"; }

need_sdk() {
  command -v dotnet >/dev/null || { echo "The .NET SDK is missing: install .NET 10 (SDK 10.0.4xx)." >&2; exit 1; }
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
}

# Containers where an engine runs, unless Servers=native says otherwise.
choose_servers() {
  if [ "${Servers:-}" = native ] || ! { docker version --format '{{.Server.Version}}' || podman version --format '{{.Server.Version}}'; } >/dev/null 2>&1; then
    install_servers
  fi
}

# A browser for the tests of pages; running the system needs none.
install_browser() {
  [ -n "${CHROMIUM:-}" ] || [ -x /usr/bin/chromium ] || install_packages chromium
}

install_servers() {
  local missing=()
  ls /usr/lib/postgresql/*/bin/postgres >/dev/null 2>&1 || missing+=(postgresql)
  command -v redis-server >/dev/null || missing+=(redis-server)
  [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || missing+=(rabbitmq-server)
  [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
}

install_packages() {
  local sudo=()
  if ! command -v apt-get >/dev/null; then
    echo "Missing: $*. This script installs them on Debian only. On another system start Docker or Podman, or install them yourself." >&2
    exit 1
  fi
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  say "Installing Debian packages: $*"
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

build() {
  say "Building ($1)"
  dotnet build "$1" -c Release -v q --nologo -clp:NoSummary
}
