# Jochi: guide small-mixed, edition 2026.11
# jochi-small-mixed-ac42-1: rows web
# jochi-small-mixed-ac42-2: rows block
# jochi-small-mixed-ac42-3: rows time
# jochi-small-mixed-ac42-6: rows callback
# jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
# jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
# Windows permits outbound by default; these matter where that is blocked.
# Running it again replaces the group.
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
Get-NetFirewallRule -Group 'jochi-small-mixed-ac42' -ErrorAction SilentlyContinue | Remove-NetFirewallRule
New-NetFirewallRule -DisplayName 'jochi-small-mixed-ac42-1' -Group 'jochi-small-mixed-ac42' -Description 'small-mixed 2026.11: web' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16', '192.168.5.10-192.168.5.20' -RemoteAddress '203.0.113.7', '203.0.113.9' -RemotePort '443', '8000-8010' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-small-mixed-ac42-2' -Group 'jochi-small-mixed-ac42' -Description 'small-mixed 2026.11: block' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16', '192.168.5.10-192.168.5.20', '2001:db8:20::/48' -RemoteAddress '198.51.100.0/24', '2001:db8:9::/64' -RemotePort '443' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-small-mixed-ac42-3' -Group 'jochi-small-mixed-ac42' -Description 'small-mixed 2026.11: time' -Direction Outbound -Action Allow -Profile Any -Protocol UDP -LocalAddress '10.20.0.0/16', '192.168.5.10-192.168.5.20' -RemoteAddress '203.0.113.20' -RemotePort '123' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-small-mixed-ac42-6' -Group 'jochi-small-mixed-ac42' -Description 'small-mixed 2026.11: callback' -Direction Inbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16', '192.168.5.10-192.168.5.20' -RemoteAddress '203.0.113.30' -LocalPort '443' | Out-Null
