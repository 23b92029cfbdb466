#!/usr/bin/env bash
# Runs PostgreSQL in the foreground:  postgres.sh DATA_DIR PORT
# POSTGRES_PASSWORD: the password of the superuser 'postgres', set at every start.
# POSTGRES_OPTIONS:  further server options, for example '-c fsync=off' for tests.
set -euo pipefail
data="$1"
port="$2"

bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)"
[ -n "$bin" ] || { echo "PostgreSQL is not installed: apt-get install postgresql" >&2; exit 1; }

# PostgreSQL refuses to run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=postgres --regid=postgres --init-groups)
fi

mkdir -p "$data"
if [ "$(id -u)" = 0 ]; then chown postgres: "$data"; fi
if [ ! -f "$data/PG_VERSION" ]; then
  "${as[@]}" "$bin/initdb" -D "$data" -U postgres -E UTF8 --locale=C.UTF-8 --auth-local=reject --auth-host=scram-sha-256 >/dev/null
fi

# Single-user mode reads one statement a line; the quotes are doubled for SQL.
printf "ALTER ROLE postgres PASSWORD '%s'\n" "${POSTGRES_PASSWORD//\'/\'\'}" | "${as[@]}" "$bin/postgres" --single -D "$data" postgres >/dev/null

# shellcheck disable=SC2086
"${as[@]}" "$bin/postgres" -D "$data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c max_connections=400 -c shared_buffers=256MB -c max_wal_size=2GB -c random_page_cost=1.1 -c wal_compression=on \
  ${POSTGRES_OPTIONS:-} &
server=$!

# SIGTERM alone waits for the clients to leave; SIGINT is the fast shutdown.
trap 'kill -INT "$server" 2>/dev/null' TERM INT
while kill -0 "$server" 2>/dev/null; do wait "$server" || true; done
