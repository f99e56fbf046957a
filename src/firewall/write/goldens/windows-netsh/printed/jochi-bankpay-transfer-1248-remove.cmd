@echo off
rem Jochi: guide bankpay-transfer, edition 2018.11
rem jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
rem jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
rem jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
rem jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
rem Takes the rules away.
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-1" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-2" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-3" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-bankpay-transfer-1248-4" dir=out >nul 2>&1
exit /b 0
