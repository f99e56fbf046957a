#!/bin/sh
# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Arguments: the resource group and the network security group.
set -eu
: "${2:?}"
az network nsg rule delete --resource-group "$1" --nsg-name "$2" --name jochi-small-mixed-ac42-1
az network nsg rule delete --resource-group "$1" --nsg-name "$2" --name jochi-small-mixed-ac42-2-1
az network nsg rule delete --resource-group "$1" --nsg-name "$2" --name jochi-small-mixed-ac42-2-2
az network nsg rule delete --resource-group "$1" --nsg-name "$2" --name jochi-small-mixed-ac42-3
az network nsg rule delete --resource-group "$1" --nsg-name "$2" --name jochi-small-mixed-ac42-6
