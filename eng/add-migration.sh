#!/usr/bin/env bash
# Adds an EF Core migration to a service:  eng/add-migration.sh OrderService AddNotes
set -euo pipefail
cd "$(dirname "$0")/.."
service="Ecommerce.$1"
name="$2"
database="$(echo "$1" | sed 's/Service$//' | tr '[:upper:]' '[:lower:]')db"
export "ConnectionStrings__$database=Host=localhost;Database=$database"
dotnet tool restore >/dev/null
dotnet ef migrations add "$name" --project "services/$service" --output-dir Infrastructure/Persistence/Migrations
