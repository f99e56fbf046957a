@echo off
rem Jochi: guide bankpay-transfer, edition 2018.11
rem jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
rem jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
rem jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
rem jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
rem Windows permits outbound by default; these matter where that is blocked.
rem Running it again replaces the rules.
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-1" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-2" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-3" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-4" dir=out >nul 2>&1
netsh advfirewall firewall add rule name="jochi-bankpay-transfer-1248-1" dir=out action=allow protocol=TCP localip=10.20.0.0/16 remoteip=52.79.41.176,52.79.60.175,52.79.92.132,52.79.148.185,52.79.150.220,52.79.158.78,52.79.192.248,110.4.99.100,110.4.113.120 remoteport=80 profile=any description="bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net" || exit /b 1
netsh advfirewall firewall add rule name="jochi-bankpay-transfer-1248-2" dir=out action=allow protocol=TCP localip=10.20.0.0/16 remoteip=52.79.41.176,52.79.60.175,52.79.92.132,52.79.148.185,52.79.150.220,52.79.158.78,52.79.192.248,61.111.25.11,110.45.197.251,182.162.74.17,182.162.74.254,203.233.91.168 remoteport=443 profile=any description="bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr" || exit /b 1
netsh advfirewall firewall add rule name="jochi-bankpay-transfer-1248-3" dir=out action=allow protocol=TCP localip=10.20.0.0/16 remoteip=203.175.190.200,203.175.190.213 remoteport=80,443,5310,7443,8080 profile=any description="bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr" || exit /b 1
netsh advfirewall firewall add rule name="jochi-bankpay-transfer-1248-4" dir=out action=allow protocol=TCP localip=10.20.0.0/16 remoteip=203.233.91.35 remoteport=389 profile=any description="bankpay-transfer 2018.11: ds-yessign-or-kr" || exit /b 1
