#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Arguments: the network, and the tag of the machines that the rules are for.
set -eu
: "${2:?}"
gcloud compute firewall-rules create jochi-small-mixed-ac42-1 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:443,tcp:8000-8010 \
  --source-ranges=10.20.0.0/16,192.168.5.10/31,192.168.5.12/30,192.168.5.16/30,192.168.5.20/32 \
  --destination-ranges=203.0.113.7/32,203.0.113.9/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='small-mixed 2026.11: web'
gcloud compute firewall-rules create jochi-small-mixed-ac42-2-1 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:443 \
  --source-ranges=10.20.0.0/16,192.168.5.10/31,192.168.5.12/30,192.168.5.16/30,192.168.5.20/32 \
  --destination-ranges=198.51.100.0/24 \
  --target-tags="$2" \
  --priority=1000 \
  --description='small-mixed 2026.11: block'
gcloud compute firewall-rules create jochi-small-mixed-ac42-2-2 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:443 \
  --source-ranges=2001:db8:20::/48 \
  --destination-ranges=2001:db8:9::/64 \
  --target-tags="$2" \
  --priority=1000 \
  --description='small-mixed 2026.11: block'
gcloud compute firewall-rules create jochi-small-mixed-ac42-3 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=udp:123 \
  --source-ranges=10.20.0.0/16,192.168.5.10/31,192.168.5.12/30,192.168.5.16/30,192.168.5.20/32 \
  --destination-ranges=203.0.113.20/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='small-mixed 2026.11: time'
gcloud compute firewall-rules create jochi-small-mixed-ac42-6 \
  --network="$1" \
  --direction=INGRESS \
  --action=ALLOW \
  --rules=tcp:443 \
  --source-ranges=203.0.113.30/32 \
  --destination-ranges=10.20.0.0/16,192.168.5.10/31,192.168.5.12/30,192.168.5.16/30,192.168.5.20/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='small-mixed 2026.11: callback'
