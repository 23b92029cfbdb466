#!/usr/bin/env bash
# PostgreSQL, Redis and RabbitMQ for the tests, on ports and data of their own.
#   eng/test-servers.sh start   starts what is not running and prints the connection strings as shell exports
#   eng/test-servers.sh stop    stops them and deletes their data
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
scripts="$root/Ecommerce.AppHost/NativeServers"
home="/tmp/ecommerce-tests-$(printf '%s' "$root" | cksum | cut -d' ' -f1)"
offset=$(($(printf '%s' "$root" | cksum | cut -d' ' -f1) % 400))
postgres_port=$((25000 + offset)) redis_port=$((25500 + offset)) rabbitmq_port=$((26000 + offset))
export POSTGRES_PASSWORD=test REDIS_PASSWORD=test RABBITMQ_DEFAULT_USER=test RABBITMQ_DEFAULT_PASS=test

is_up() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

start() {
  local name="$1" port="$2"
  if ! is_up "$port"; then
    mkdir -p "$home"
    chmod 755 "$home"
    # No flush to the disk: nothing here has to survive the machine.
    POSTGRES_OPTIONS="-c fsync=off -c full_page_writes=off" \
      setsid "$scripts/$name.sh" "$home/$name" "$port" >"$home/$name.log" 2>&1 </dev/null &
    echo $! >"$home/$name.pid"
  fi
}

wait_for() {
  local name="$1" port="$2"
  for _ in $(seq 1 300); do
    is_up "$port" && return 0
    sleep 0.2
  done
  echo "$name did not start; the end of its log:" >&2
  tail -n 20 "$home/$name.log" >&2
  return 1
}

case "${1:-}" in
  start)
    start postgres "$postgres_port"
    start redis "$redis_port"
    start rabbitmq "$rabbitmq_port"
    wait_for postgres "$postgres_port" && wait_for redis "$redis_port" && wait_for rabbitmq "$rabbitmq_port"
    echo "export ConnectionStrings__postgres='Host=127.0.0.1;Port=$postgres_port;Username=postgres;Password=test;Database=postgres'"
    echo "export ConnectionStrings__redis='127.0.0.1:$redis_port,password=test'"
    echo "export ConnectionStrings__messaging='amqp://test:test@127.0.0.1:$rabbitmq_port'"
    ;;
  stop)
    for name in rabbitmq redis postgres; do
      if [ -f "$home/$name.pid" ]; then
        kill -TERM -- "-$(cat "$home/$name.pid")" 2>/dev/null || true
      fi
    done
    sleep 1
    rm -rf "$home"
    ;;
  *)
    sed -n '2,4p' "$0"
    exit 2
    ;;
esac
