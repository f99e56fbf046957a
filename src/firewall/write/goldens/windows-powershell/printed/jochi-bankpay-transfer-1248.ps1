# Jochi: guide bankpay-transfer, edition 2018.11
# jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
# jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
# jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
# jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
# Windows permits outbound by default; these matter where that is blocked.
# Running it again replaces the group.
#Requires -RunAsAdministrator
$ErrorActionPreference = 'Stop'
Get-NetFirewallRule -Group 'jochi-bankpay-transfer-1248' -ErrorAction SilentlyContinue | Remove-NetFirewallRule
New-NetFirewallRule -DisplayName 'jochi-bankpay-transfer-1248-1' -Group 'jochi-bankpay-transfer-1248' -Description 'bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16' -RemoteAddress '52.79.41.176', '52.79.60.175', '52.79.92.132', '52.79.148.185', '52.79.150.220', '52.79.158.78', '52.79.192.248', '110.4.99.100', '110.4.113.120' -RemotePort '80' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-bankpay-transfer-1248-2' -Group 'jochi-bankpay-transfer-1248' -Description 'bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16' -RemoteAddress '52.79.41.176', '52.79.60.175', '52.79.92.132', '52.79.148.185', '52.79.150.220', '52.79.158.78', '52.79.192.248', '61.111.25.11', '110.45.197.251', '182.162.74.17', '182.162.74.254', '203.233.91.168' -RemotePort '443' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-bankpay-transfer-1248-3' -Group 'jochi-bankpay-transfer-1248' -Description 'bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16' -RemoteAddress '203.175.190.200', '203.175.190.213' -RemotePort '80', '443', '5310', '7443', '8080' | Out-Null
New-NetFirewallRule -DisplayName 'jochi-bankpay-transfer-1248-4' -Group 'jochi-bankpay-transfer-1248' -Description 'bankpay-transfer 2018.11: ds-yessign-or-kr' -Direction Outbound -Action Allow -Profile Any -Protocol TCP -LocalAddress '10.20.0.0/16' -RemoteAddress '203.233.91.35' -RemotePort '389' | Out-Null
