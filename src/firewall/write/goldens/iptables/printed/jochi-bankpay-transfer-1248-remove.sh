#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Takes the chain and every jump to it away.
set -eu
while iptables -D FORWARD -j JOCHI-BANKPAY-TRANSFER-1248 2>/dev/null; do :; done
iptables -F JOCHI-BANKPAY-TRANSFER-1248
iptables -X JOCHI-BANKPAY-TRANSFER-1248
