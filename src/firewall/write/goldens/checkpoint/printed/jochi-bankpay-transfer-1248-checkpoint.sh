#!/bin/bash
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
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
call add network name jochi-bankpay-transfer-1248-10.20.0.0-16 subnet4 10.20.0.0 mask-length4 16 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.41.176 ip-address 52.79.41.176 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.60.175 ip-address 52.79.60.175 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.92.132 ip-address 52.79.92.132 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.148.185 ip-address 52.79.148.185 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.150.220 ip-address 52.79.150.220 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.158.78 ip-address 52.79.158.78 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-52.79.192.248 ip-address 52.79.192.248 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-110.4.99.100 ip-address 110.4.99.100 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-110.4.113.120 ip-address 110.4.113.120 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-61.111.25.11 ip-address 61.111.25.11 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-110.45.197.251 ip-address 110.45.197.251 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-182.162.74.17 ip-address 182.162.74.17 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-182.162.74.254 ip-address 182.162.74.254 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-203.233.91.168 ip-address 203.233.91.168 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-203.175.190.200 ip-address 203.175.190.200 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-203.175.190.213 ip-address 203.175.190.213 ignore-warnings true
call add host name jochi-bankpay-transfer-1248-203.233.91.35 ip-address 203.233.91.35 ignore-warnings true
call add group name jochi-bankpay-transfer-1248-hosts-1
call set group name jochi-bankpay-transfer-1248-hosts-1 members.add.1 jochi-bankpay-transfer-1248-52.79.41.176 members.add.2 jochi-bankpay-transfer-1248-52.79.60.175 members.add.3 jochi-bankpay-transfer-1248-52.79.92.132 members.add.4 jochi-bankpay-transfer-1248-52.79.148.185 members.add.5 jochi-bankpay-transfer-1248-52.79.150.220 members.add.6 jochi-bankpay-transfer-1248-52.79.158.78 members.add.7 jochi-bankpay-transfer-1248-52.79.192.248 members.add.8 jochi-bankpay-transfer-1248-110.4.99.100 members.add.9 jochi-bankpay-transfer-1248-110.4.113.120
call add group name jochi-bankpay-transfer-1248-hosts-2
call set group name jochi-bankpay-transfer-1248-hosts-2 members.add.1 jochi-bankpay-transfer-1248-52.79.41.176 members.add.2 jochi-bankpay-transfer-1248-52.79.60.175 members.add.3 jochi-bankpay-transfer-1248-52.79.92.132 members.add.4 jochi-bankpay-transfer-1248-52.79.148.185 members.add.5 jochi-bankpay-transfer-1248-52.79.150.220 members.add.6 jochi-bankpay-transfer-1248-52.79.158.78 members.add.7 jochi-bankpay-transfer-1248-52.79.192.248 members.add.8 jochi-bankpay-transfer-1248-61.111.25.11 members.add.9 jochi-bankpay-transfer-1248-110.45.197.251 members.add.10 jochi-bankpay-transfer-1248-182.162.74.17 members.add.11 jochi-bankpay-transfer-1248-182.162.74.254 members.add.12 jochi-bankpay-transfer-1248-203.233.91.168
call add group name jochi-bankpay-transfer-1248-hosts-3
call set group name jochi-bankpay-transfer-1248-hosts-3 members.add.1 jochi-bankpay-transfer-1248-203.175.190.200 members.add.2 jochi-bankpay-transfer-1248-203.175.190.213
call add service-tcp name jochi-bankpay-transfer-1248-tcp-80 port 80
call add service-tcp name jochi-bankpay-transfer-1248-tcp-443 port 443
call add service-tcp name jochi-bankpay-transfer-1248-tcp-5310 port 5310
call add service-tcp name jochi-bankpay-transfer-1248-tcp-7443 port 7443
call add service-tcp name jochi-bankpay-transfer-1248-tcp-8080 port 8080
call add service-tcp name jochi-bankpay-transfer-1248-tcp-389 port 389
call add access-rule layer "$layer" position top name jochi-bankpay-transfer-1248-4 source.1 jochi-bankpay-transfer-1248-10.20.0.0-16 destination.1 jochi-bankpay-transfer-1248-203.233.91.35 service.1 jochi-bankpay-transfer-1248-tcp-389 action Accept track.type Log comments "bankpay-transfer 2018.11: ds-yessign-or-kr"
call add access-rule layer "$layer" position top name jochi-bankpay-transfer-1248-3 source.1 jochi-bankpay-transfer-1248-10.20.0.0-16 destination.1 jochi-bankpay-transfer-1248-hosts-3 service.1 jochi-bankpay-transfer-1248-tcp-80 service.2 jochi-bankpay-transfer-1248-tcp-443 service.3 jochi-bankpay-transfer-1248-tcp-5310 service.4 jochi-bankpay-transfer-1248-tcp-7443 service.5 jochi-bankpay-transfer-1248-tcp-8080 action Accept track.type Log comments "bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr"
call add access-rule layer "$layer" position top name jochi-bankpay-transfer-1248-2 source.1 jochi-bankpay-transfer-1248-10.20.0.0-16 destination.1 jochi-bankpay-transfer-1248-hosts-2 service.1 jochi-bankpay-transfer-1248-tcp-443 action Accept track.type Log comments "bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr"
call add access-rule layer "$layer" position top name jochi-bankpay-transfer-1248-1 source.1 jochi-bankpay-transfer-1248-10.20.0.0-16 destination.1 jochi-bankpay-transfer-1248-hosts-1 service.1 jochi-bankpay-transfer-1248-tcp-80 action Accept track.type Log comments "bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net"
call publish
