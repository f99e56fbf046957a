#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-4: rows name
# jochi-small-mixed-ac42-5: rows wildcard
# jochi-small-mixed-ac42-3 is not in here and needs a person: rows time
# jochi-small-mixed-ac42-6 is not in here and needs a person: rows callback
# Empties the file, so that its include line may stay.
set -eu
: >/etc/squid/jochi-small-mixed-ac42.squid.conf
squid -k reconfigure
