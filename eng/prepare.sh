#!/usr/bin/env bash
# What run.sh and test.sh need first; sourced by both. Says what it does.
#   sets UseStandIns, installs missing Debian packages, unpacks the dashboard (only where DASHBOARD=1 is set)

say() { printf '\033[36m==>\033[0m %s\n' "$*"; }

need_sdk() {
  command -v dotnet >/dev/null || { echo "The .NET SDK is missing: install .NET 10 (SDK 10.0.4xx)." >&2; exit 1; }
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
}

# The real packages are the default. Where the registry has no Aspire at our version, the stand-ins take their place.
choose_packages() {
  if [ -n "${UseStandIns:-}" ]; then
    say "UseStandIns=$UseStandIns, as the environment says."
    export UseStandIns
    return
  fi
  local version probe
  version="${AspireVersion:-$(sed -n "s/.*<AspireVersion [^>]*>\(.*\)<\/AspireVersion>.*/\1/p" Directory.Build.props)}"
  probe="$(mktemp -d)"
  cat >"$probe/probe.csproj" <<PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup><PackageDownload Include="Aspire.Hosting.AppHost" Version="[$version]" /></ItemGroup>
</Project>
PROJECT
  if dotnet restore "$probe/probe.csproj" -v q >/dev/null 2>&1; then
    export UseStandIns=false
    say "Aspire $version is in the package registry: building with the real packages."
  else
    export UseStandIns=true
    say "The package registry has no Aspire $version: building with the stand-ins of eng/stand-ins."
  fi
  rm -rf "$probe"
}

# Containers where an engine runs, unless the stand-ins (which run none) or SERVERS=native say otherwise.
choose_servers() {
  if [ "$UseStandIns" = true ]; then
    export Servers=native
  fi
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
  [ "$(id -u)" = 0 ] || sudo=(sudo)
  say "Installing Debian packages: $*"
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The real Aspire dashboard comes with the Aspire CLI's npm package. Without npm the system runs without a dashboard.
install_dashboard() {
  local version=13.5.4 dash managed
  dash="${XDG_CACHE_HOME:-$HOME/.cache}/ecommerce/aspire-$version"
  if [ -z "$(ls "$dash"/versions/*/managed/aspire-managed 2>/dev/null)" ] && command -v npm >/dev/null; then
    say "Installing the Aspire dashboard $version (npm package @microsoft/aspire-cli-linux-x64) into $dash"
    mkdir -p "$dash/npm"
    (cd "$dash/npm" && npm pack --silent "@microsoft/aspire-cli-linux-x64@$version" >/dev/null && tar xzf ./*.tgz && rm -f ./*.tgz) \
      && ASPIRE_CLI_TELEMETRY_OPTOUT=1 "$dash/npm/package/bin/aspire" setup --install-path "$dash" --nologo --non-interactive >/dev/null 2>&1 || true
  fi
  managed="$(ls "$dash"/versions/*/managed/aspire-managed 2>/dev/null | head -n 1)"
  if [ -n "$managed" ]; then
    export ASPIRE_DASHBOARD_PATH="$managed"
  else
    say "No dashboard: npm or the package is not to be had. The system runs without."
  fi
}

build() {
  say "Building ($1)"
  dotnet build "$1" -c Release -v q --nologo -clp:NoSummary
}
