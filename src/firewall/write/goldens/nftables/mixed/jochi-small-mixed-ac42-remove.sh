#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Takes the chain out of the table inet filter, its jumps first.
set -eu
for base in $(nft list table inet filter | sed -n 's/^\tchain \([^ ]*\) {$/\1/p'); do
  nft -a list chain inet filter "$base" |
    sed -n 's/^.*jump jochi_small_mixed_ac42 # handle \([0-9]*\)$/\1/p' |
    while read -r handle; do
      nft delete rule inet filter "$base" handle "$handle"
    done
done
nft -f - <<'END'
flush chain inet filter jochi_small_mixed_ac42
delete chain inet filter jochi_small_mixed_ac42
delete set inet filter jochi_small_mixed_ac42_pcs_1
delete set inet filter jochi_small_mixed_ac42_hosts_1
END
