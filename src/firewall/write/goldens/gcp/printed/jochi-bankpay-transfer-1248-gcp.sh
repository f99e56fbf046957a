#!/bin/sh
# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Arguments: the network, and the tag of the machines that the rules are for.
set -eu
: "${2:?}"
gcloud compute firewall-rules create jochi-bankpay-transfer-1248-1 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:80 \
  --source-ranges=10.20.0.0/16 \
  --destination-ranges=52.79.41.176/32,52.79.60.175/32,52.79.92.132/32,52.79.148.185/32,52.79.150.220/32,52.79.158.78/32,52.79.192.248/32,110.4.99.100/32,110.4.113.120/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net'
gcloud compute firewall-rules create jochi-bankpay-transfer-1248-2 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:443 \
  --source-ranges=10.20.0.0/16 \
  --destination-ranges=52.79.41.176/32,52.79.60.175/32,52.79.92.132/32,52.79.148.185/32,52.79.150.220/32,52.79.158.78/32,52.79.192.248/32,61.111.25.11/32,110.45.197.251/32,182.162.74.17/32,182.162.74.254/32,203.233.91.168/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr'
gcloud compute firewall-rules create jochi-bankpay-transfer-1248-3 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:80,tcp:443,tcp:5310,tcp:7443,tcp:8080 \
  --source-ranges=10.20.0.0/16 \
  --destination-ranges=203.175.190.200/32,203.175.190.213/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr'
gcloud compute firewall-rules create jochi-bankpay-transfer-1248-4 \
  --network="$1" \
  --direction=EGRESS \
  --action=ALLOW \
  --rules=tcp:389 \
  --source-ranges=10.20.0.0/16 \
  --destination-ranges=203.233.91.35/32 \
  --target-tags="$2" \
  --priority=1000 \
  --description='bankpay-transfer 2018.11: ds-yessign-or-kr'
