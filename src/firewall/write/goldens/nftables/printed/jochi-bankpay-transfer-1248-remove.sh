#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Takes the chain out of the table inet filter, its jumps first.
set -eu
for base in $(nft list table inet filter | sed -n 's/^\tchain \([^ ]*\) {$/\1/p'); do
  nft -a list chain inet filter "$base" |
    sed -n 's/^.*jump jochi_bankpay_transfer_1248 # handle \([0-9]*\)$/\1/p' |
    while read -r handle; do
      nft delete rule inet filter "$base" handle "$handle"
    done
done
nft -f - <<'END'
flush chain inet filter jochi_bankpay_transfer_1248
delete chain inet filter jochi_bankpay_transfer_1248
delete set inet filter jochi_bankpay_transfer_1248_hosts_1
delete set inet filter jochi_bankpay_transfer_1248_hosts_2
delete set inet filter jochi_bankpay_transfer_1248_hosts_3
END
