@echo off
rem Jochi: guide small-mixed, edition 2026.11
rem jochi-small-mixed-ac42-1: rows web
rem jochi-small-mixed-ac42-2: rows block
rem jochi-small-mixed-ac42-3: rows time
rem jochi-small-mixed-ac42-6: rows callback
rem jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
rem jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
rem Windows permits outbound by default; these matter where that is blocked.
rem Running it again replaces the rules.
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-1" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-2" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-3" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-6" dir=in >nul 2>&1
netsh advfirewall firewall add rule name="jochi-small-mixed-ac42-1" dir=out action=allow protocol=TCP localip=10.20.0.0/16,192.168.5.10-192.168.5.20 remoteip=203.0.113.7,203.0.113.9 remoteport=443,8000-8010 profile=any description="small-mixed 2026.11: web" || exit /b 1
netsh advfirewall firewall add rule name="jochi-small-mixed-ac42-2" dir=out action=allow protocol=TCP localip=10.20.0.0/16,192.168.5.10-192.168.5.20,2001:db8:20::/48 remoteip=198.51.100.0/24,2001:db8:9::/64 remoteport=443 profile=any description="small-mixed 2026.11: block" || exit /b 1
netsh advfirewall firewall add rule name="jochi-small-mixed-ac42-3" dir=out action=allow protocol=UDP localip=10.20.0.0/16,192.168.5.10-192.168.5.20 remoteip=203.0.113.20 remoteport=123 profile=any description="small-mixed 2026.11: time" || exit /b 1
netsh advfirewall firewall add rule name="jochi-small-mixed-ac42-6" dir=in action=allow protocol=TCP localip=10.20.0.0/16,192.168.5.10-192.168.5.20 remoteip=203.0.113.30 localport=443 profile=any description="small-mixed 2026.11: callback" || exit /b 1
