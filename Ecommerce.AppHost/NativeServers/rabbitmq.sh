#!/usr/bin/env bash
# Runs RabbitMQ in the foreground:  rabbitmq.sh DATA_DIR PORT
# RABBITMQ_DEFAULT_USER, RABBITMQ_DEFAULT_PASS: the only user, set at every start.
set -euo pipefail
data="$1"
port="$2"
server=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$server" ] || { echo "RabbitMQ is not installed: apt-get install rabbitmq-server" >&2; exit 1; }

mkdir -p "$data"
umask 077
cat >"$data/rabbitmq.conf" <<CONFIG
listeners.tcp.local = 127.0.0.1:$port
load_definitions = $data/definitions.json
log.console = true
log.console.level = warning
log.file = false
vm_memory_high_watermark.relative = 0.2
disk_free_limit.absolute = 200MB
CONFIG
cat >"$data/definitions.json" <<DEFINITIONS
{
  "users": [{"name": "$RABBITMQ_DEFAULT_USER", "password": "$RABBITMQ_DEFAULT_PASS", "tags": ["administrator"]}],
  "vhosts": [{"name": "/"}],
  "permissions": [{"user": "$RABBITMQ_DEFAULT_USER", "vhost": "/", "configure": ".*", "write": ".*", "read": ".*"}]
}
DEFINITIONS
: >"$data/enabled_plugins"
echo "[]." >"$data/enabled_plugins"

as=()
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=rabbitmq --regid=rabbitmq --init-groups)
  chown -R rabbitmq: "$data"
fi

# One scheduler that does not spin: a development machine has better uses for its processors.
exec "${as[@]}" env \
  HOME="$data" \
  RABBITMQ_NODENAME="ecommerce-$port@localhost" \
  RABBITMQ_CONFIG_FILE="$data/rabbitmq.conf" \
  RABBITMQ_MNESIA_BASE="$data/mnesia" \
  RABBITMQ_LOG_BASE="$data/log" \
  RABBITMQ_LOGS=- \
  RABBITMQ_ENABLED_PLUGINS_FILE="$data/enabled_plugins" \
  RABBITMQ_DIST_PORT="$((port + 20000 > 65000 ? port - 20000 : port + 20000))" \
  RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="+sbwt none +sbwtdcpu none +sbwtdio none" \
  ERL_EPMD_ADDRESS=127.0.0.1 \
  "$server"
