import { say } from "../text/say.ts";
import type { DeployFormat } from "./format.ts";
import { groupsOf, headingOf } from "./heading.ts";
import { firstNumber } from "./numbered.ts";
import { type Setting, switchesOf } from "./settings.ts";

/** A script for Windows PowerShell 5.1 and later: may run twice, and changes nothing it does not own. */
export const powershell: DeployFormat = {
  id: "ps1",
  extension: ".ps1",
  // Windows PowerShell reads a file without the mark in the PC's old code page.
  encoding: "utf-8-bom",
  lineEnd: "\r\n",
  write(request) {
    const { reverse, settings } = request;
    const [listed, valued] = reverse
      ? ["Remove-Listed", "Remove-Value"]
      : ["Add-Listed", "Set-Value"];
    const calls = groupsOf(request).flatMap((group) => [
      "",
      `# ${group.why}`,
      ...group.settings.map((setting) => callOf(setting, listed, valued)),
    ]);
    const switches = switchesOf(settings).map(({ key, name }) =>
      reverse
        ? `Remove-Switch ${path(key)} ${quoted(name)} ${path(listBehind(settings, key))}`
        : `Set-Value ${path(key)} ${quoted(name)} 'DWord' 1`,
    );
    return [
      "#Requires -Version 5.1",
      "#Requires -RunAsAdministrator",
      ...headingOf(request).map((line) => `# ${line}`),
      `# ${say(request.lang, "deploy.numbers", { first: firstNumber })}`,
      "[CmdletBinding(SupportsShouldProcess)]",
      "param()",
      "Set-StrictMode -Version Latest",
      "$ErrorActionPreference = 'Stop'",
      "",
      ...(reverse ? takeAway : put),
      ...calls,
      "",
      ...switches,
    ];
  },
};

function callOf({ key, name, data }: Setting, listed: string, valued: string): string {
  if (name === undefined) return `${listed} ${path(key)} ${quoted(data)}`;
  const rest = valued === "Set-Value" ? ` 'String' ${quoted(data)}` : ` ${quoted(data)}`;
  return `${valued} ${path(key)} ${quoted(name)}${rest}`;
}

function listBehind(settings: readonly Setting[], key: string): string {
  return settings.find(({ switchedOnBy }) => switchedOnBy?.key === key)?.key ?? key;
}

const path = (key: string) => quoted(`HKLM:\\${key}`);

/** PowerShell takes the typographic quotation marks for the plain one, so they are doubled too. */
function quoted(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, "$&$&")}'`;
}

const put = `
function Set-Value($Key, $Name, $Type, $Data) {
  if (-not (Test-Path -LiteralPath $Key)) {
    if (-not $PSCmdlet.ShouldProcess($Key, 'New-Item')) { return }
    New-Item -Path $Key -Force | Out-Null
  }
  if ($PSCmdlet.ShouldProcess("$Key : $Name = $Data", 'New-ItemProperty')) {
    $k = Get-Item -LiteralPath $Key
    [Microsoft.Win32.Registry]::SetValue($k.Name, $Name, $Data, $Type)
  }
}
function Add-Listed($Key, $Data) {
  $n = ${firstNumber}
  if (Test-Path -LiteralPath $Key) {
    $k = Get-Item -LiteralPath $Key
    foreach ($name in $k.GetValueNames()) { if ($k.GetValue($name) -eq $Data) { return } }
    while ($k.GetValueNames() -contains "$n") { $n++ }
  }
  Set-Value $Key "$n" 'String' $Data
}`
  .trim()
  .split("\n");

const takeAway = `
function Remove-Value($Key, $Name, $Data) {
  if (-not (Test-Path -LiteralPath $Key)) { return }
  $k = Get-Item -LiteralPath $Key
  if ($k.GetValue($Name) -ne $Data) { return }
  if ($PSCmdlet.ShouldProcess("$Key : $Name", 'DeleteValue')) {
    $w = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey($Key.Substring(6), $true)
    try { $w.DeleteValue($Name, $false) } finally { $w.Close() }
  }
}
function Remove-Listed($Key, $Data) {
  if (-not (Test-Path -LiteralPath $Key)) { return }
  $k = Get-Item -LiteralPath $Key
  foreach ($name in $k.GetValueNames()) {
    if ($name -match '^\\d{4,9}$' -and [int]$name -ge ${firstNumber} -and $k.GetValue($name) -eq $Data) {
      Remove-Value $Key $name $Data
    }
  }
}
function Remove-Switch($Key, $Name, $List) {
  if ((Test-Path -LiteralPath $List) -and (Get-Item -LiteralPath $List).ValueCount -gt 0) { return }
  Remove-Value $Key $Name 1
}`
  .trim()
  .split("\n");
