#!/bin/bash
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
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
call delete access-rule layer "$layer" name jochi-bankpay-transfer-1248-1
call delete access-rule layer "$layer" name jochi-bankpay-transfer-1248-2
call delete access-rule layer "$layer" name jochi-bankpay-transfer-1248-3
call delete access-rule layer "$layer" name jochi-bankpay-transfer-1248-4
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-80
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-443
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-5310
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-7443
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-8080
call delete service-tcp name jochi-bankpay-transfer-1248-tcp-389
call delete group name jochi-bankpay-transfer-1248-hosts-1
call delete group name jochi-bankpay-transfer-1248-hosts-2
call delete group name jochi-bankpay-transfer-1248-hosts-3
call delete network name jochi-bankpay-transfer-1248-10.20.0.0-16
call delete host name jochi-bankpay-transfer-1248-52.79.41.176
call delete host name jochi-bankpay-transfer-1248-52.79.60.175
call delete host name jochi-bankpay-transfer-1248-52.79.92.132
call delete host name jochi-bankpay-transfer-1248-52.79.148.185
call delete host name jochi-bankpay-transfer-1248-52.79.150.220
call delete host name jochi-bankpay-transfer-1248-52.79.158.78
call delete host name jochi-bankpay-transfer-1248-52.79.192.248
call delete host name jochi-bankpay-transfer-1248-110.4.99.100
call delete host name jochi-bankpay-transfer-1248-110.4.113.120
call delete host name jochi-bankpay-transfer-1248-61.111.25.11
call delete host name jochi-bankpay-transfer-1248-110.45.197.251
call delete host name jochi-bankpay-transfer-1248-182.162.74.17
call delete host name jochi-bankpay-transfer-1248-182.162.74.254
call delete host name jochi-bankpay-transfer-1248-203.233.91.168
call delete host name jochi-bankpay-transfer-1248-203.175.190.200
call delete host name jochi-bankpay-transfer-1248-203.175.190.213
call delete host name jochi-bankpay-transfer-1248-203.233.91.35
call publish
