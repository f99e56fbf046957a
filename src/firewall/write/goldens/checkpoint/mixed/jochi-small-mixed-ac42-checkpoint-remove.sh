#!/bin/bash
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-4: rows name
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# As the file that adds: bash FILE [LAYER]. Then install the policy.
set -euo pipefail
[ $# -gt 0 ] || set -- Network
layer="$1"
session="$(mktemp)"
finish() {
  mgmt_cli discard -s "$session" >/dev/null 2>&1 || true
  mgmt_cli logout -s "$session" >/dev/null 2>&1 || true
  rm -f "$session" "$session.out"
}
trap finish EXIT
mgmt_cli login -r true >"$session"
call() {
  mgmt_cli "$@" -s "$session" --format json >"$session.out" && return
  cat "$session.out" >&2
  exit 1
}
call delete access-rule layer "$layer" name jochi-small-mixed-ac42-1
call delete access-rule layer "$layer" name jochi-small-mixed-ac42-2
call delete access-rule layer "$layer" name jochi-small-mixed-ac42-3
call delete access-rule layer "$layer" name jochi-small-mixed-ac42-4
call delete access-rule layer "$layer" name jochi-small-mixed-ac42-6
call delete service-tcp name jochi-small-mixed-ac42-tcp-443
call delete service-tcp name jochi-small-mixed-ac42-tcp-8000-8010
call delete service-udp name jochi-small-mixed-ac42-udp-123
call delete group name jochi-small-mixed-ac42-pcs-1
call delete group name jochi-small-mixed-ac42-hosts-1
call delete group name jochi-small-mixed-ac42-pcs-2
call delete group name jochi-small-mixed-ac42-hosts-2
call delete network name jochi-small-mixed-ac42-10.20.0.0-16
call delete address-range name jochi-small-mixed-ac42-192.168.5.10-192.168.5.20
call delete host name jochi-small-mixed-ac42-203.0.113.7
call delete host name jochi-small-mixed-ac42-203.0.113.9
call delete network name jochi-small-mixed-ac42-2001_db8_20__-48
call delete network name jochi-small-mixed-ac42-198.51.100.0-24
call delete network name jochi-small-mixed-ac42-2001_db8_9__-64
call delete host name jochi-small-mixed-ac42-203.0.113.20
call delete dns-domain name .only-name.example.kr
call delete host name jochi-small-mixed-ac42-203.0.113.30
call publish
