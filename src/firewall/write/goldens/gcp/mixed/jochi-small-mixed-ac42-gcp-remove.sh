#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
set -eu
gcloud compute firewall-rules delete jochi-small-mixed-ac42-1 --quiet
gcloud compute firewall-rules delete jochi-small-mixed-ac42-2-1 --quiet
gcloud compute firewall-rules delete jochi-small-mixed-ac42-2-2 --quiet
gcloud compute firewall-rules delete jochi-small-mixed-ac42-3 --quiet
gcloud compute firewall-rules delete jochi-small-mixed-ac42-6 --quiet
