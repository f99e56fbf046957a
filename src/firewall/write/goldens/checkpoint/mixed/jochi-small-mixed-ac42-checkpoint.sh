#!/bin/bash
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-4: rows name
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# On the management server, as expert: bash FILE [LAYER]. Then install the policy.
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
call add network name jochi-small-mixed-ac42-10.20.0.0-16 subnet4 10.20.0.0 mask-length4 16 ignore-warnings true
call add address-range name jochi-small-mixed-ac42-192.168.5.10-192.168.5.20 ip-address-first 192.168.5.10 ip-address-last 192.168.5.20 ignore-warnings true
call add host name jochi-small-mixed-ac42-203.0.113.7 ip-address 203.0.113.7 ignore-warnings true
call add host name jochi-small-mixed-ac42-203.0.113.9 ip-address 203.0.113.9 ignore-warnings true
call add network name jochi-small-mixed-ac42-2001_db8_20__-48 subnet6 2001:db8:20:: mask-length6 48 ignore-warnings true
call add network name jochi-small-mixed-ac42-198.51.100.0-24 subnet4 198.51.100.0 mask-length4 24 ignore-warnings true
call add network name jochi-small-mixed-ac42-2001_db8_9__-64 subnet6 2001:db8:9:: mask-length6 64 ignore-warnings true
call add host name jochi-small-mixed-ac42-203.0.113.20 ip-address 203.0.113.20 ignore-warnings true
call add dns-domain name .only-name.example.kr is-sub-domain false
call add host name jochi-small-mixed-ac42-203.0.113.30 ip-address 203.0.113.30 ignore-warnings true
call add group name jochi-small-mixed-ac42-pcs-1
call set group name jochi-small-mixed-ac42-pcs-1 members.add.1 jochi-small-mixed-ac42-10.20.0.0-16 members.add.2 jochi-small-mixed-ac42-192.168.5.10-192.168.5.20
call add group name jochi-small-mixed-ac42-hosts-1
call set group name jochi-small-mixed-ac42-hosts-1 members.add.1 jochi-small-mixed-ac42-203.0.113.7 members.add.2 jochi-small-mixed-ac42-203.0.113.9
call add group name jochi-small-mixed-ac42-pcs-2
call set group name jochi-small-mixed-ac42-pcs-2 members.add.1 jochi-small-mixed-ac42-10.20.0.0-16 members.add.2 jochi-small-mixed-ac42-192.168.5.10-192.168.5.20 members.add.3 jochi-small-mixed-ac42-2001_db8_20__-48
call add group name jochi-small-mixed-ac42-hosts-2
call set group name jochi-small-mixed-ac42-hosts-2 members.add.1 jochi-small-mixed-ac42-198.51.100.0-24 members.add.2 jochi-small-mixed-ac42-2001_db8_9__-64
call add service-tcp name jochi-small-mixed-ac42-tcp-443 port 443
call add service-tcp name jochi-small-mixed-ac42-tcp-8000-8010 port 8000-8010
call add service-udp name jochi-small-mixed-ac42-udp-123 port 123
call add access-rule layer "$layer" position top name jochi-small-mixed-ac42-6 source.1 jochi-small-mixed-ac42-203.0.113.30 destination.1 jochi-small-mixed-ac42-pcs-1 service.1 jochi-small-mixed-ac42-tcp-443 action Accept track.type Log comments "small-mixed 2026.11: callback"
call add access-rule layer "$layer" position top name jochi-small-mixed-ac42-4 source.1 jochi-small-mixed-ac42-pcs-2 destination.1 .only-name.example.kr service.1 jochi-small-mixed-ac42-tcp-443 action Accept track.type Log comments "small-mixed 2026.11: name"
call add access-rule layer "$layer" position top name jochi-small-mixed-ac42-3 source.1 jochi-small-mixed-ac42-pcs-1 destination.1 jochi-small-mixed-ac42-203.0.113.20 service.1 jochi-small-mixed-ac42-udp-123 action Accept track.type Log comments "small-mixed 2026.11: time"
call add access-rule layer "$layer" position top name jochi-small-mixed-ac42-2 source.1 jochi-small-mixed-ac42-pcs-2 destination.1 jochi-small-mixed-ac42-hosts-2 service.1 jochi-small-mixed-ac42-tcp-443 action Accept track.type Log comments "small-mixed 2026.11: block"
call add access-rule layer "$layer" position top name jochi-small-mixed-ac42-1 source.1 jochi-small-mixed-ac42-pcs-1 destination.1 jochi-small-mixed-ac42-hosts-1 service.1 jochi-small-mixed-ac42-tcp-443 service.2 jochi-small-mixed-ac42-tcp-8000-8010 action Accept track.type Log comments "small-mixed 2026.11: web"
call publish
