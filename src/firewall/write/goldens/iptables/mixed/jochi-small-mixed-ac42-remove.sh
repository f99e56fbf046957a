#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Takes the chain and every jump to it away.
set -eu
while iptables -D FORWARD -j JOCHI-SMALL-MIXED-AC42 2>/dev/null; do :; done
iptables -F JOCHI-SMALL-MIXED-AC42
iptables -X JOCHI-SMALL-MIXED-AC42
while ip6tables -D FORWARD -j JOCHI-SMALL-MIXED-AC42 2>/dev/null; do :; done
ip6tables -F JOCHI-SMALL-MIXED-AC42
ip6tables -X JOCHI-SMALL-MIXED-AC42
