#!/usr/bin/env bash
# Runs Redis in the foreground:  redis.sh DATA_DIR PORT
# REDIS_PASSWORD: what clients have to say.
set -euo pipefail
data="$1"
port="$2"
command -v redis-server >/dev/null || { echo "Redis is not installed: apt-get install redis-server" >&2; exit 1; }

as=()
mkdir -p "$data"
if [ "$(id -u)" = 0 ]; then
  as=(setpriv --reuid=redis --regid=redis --init-groups)
  chown redis: "$data"
fi

# By standard input, so that the password is in no process list.
exec "${as[@]}" redis-server - <<CONFIG
bind 127.0.0.1
port $port
dir $data
requirepass $REDIS_PASSWORD
save 300 100
appendonly no
CONFIG
