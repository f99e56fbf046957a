@echo off
rem Jochi: guide small-mixed, edition 2026.11
rem jochi-small-mixed-ac42-1: rows web
rem jochi-small-mixed-ac42-2: rows block
rem jochi-small-mixed-ac42-3: rows time
rem jochi-small-mixed-ac42-6: rows callback
rem jochi-small-mixed-ac42-4 is not in here and needs a person: rows name
rem jochi-small-mixed-ac42-5 is not in here and needs a person: rows wildcard
rem Takes the rules away.
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-1" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-2" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-3" dir=out >nul 2>&1
netsh advfirewall firewall delete rule name="jochi-small-mixed-ac42-6" dir=in >nul 2>&1
exit /b 0
