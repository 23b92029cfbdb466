#!/usr/bin/env bash
# Starts the whole system: eleven services, PostgreSQL, Redis, RabbitMQ, the provider sandbox and the dashboard.
# Arguments go to the AppHost, for example: ./run.sh --Servers=native
set -euo pipefail
cd "$(dirname "$0")"
# shellcheck source=eng/prepare.sh
. eng/prepare.sh

need_sdk
choose_servers
build Ecommerce.AppHost/Ecommerce.AppHost.csproj
say "Starting. The shop's API is at http://localhost:3000, the mails that it sends are at http://localhost:3099."
exec dotnet run --project Ecommerce.AppHost -c Release --no-build --launch-profile http -- "$@"
