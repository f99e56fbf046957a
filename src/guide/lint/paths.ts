/**
 * Where a backslash became a won sign and then a W: `C:\WProgram Files`, `\WnProtect`, a `\W` at
 * the end; or stayed a won sign. Gives the first damaged part.
 */
export function damagedPart(text: string): string | undefined {
  const won = /^\s*[A-Za-z]:\s*([₩￦])|([₩￦])[A-Za-z]/.exec(text);
  if (won) return won[1] ?? won[2];
  if (!/\b[A-Za-z]:\\|%\w+(\(x86\))?%\\/.test(text)) return undefined;
  const part = text
    .split("\\")
    .slice(1)
    .find((name) => /^W(?:[A-Z]|[a-z][A-Z]|$)/.test(name) && !realNames.test(name));
  return part === undefined ? undefined : `\\${part}`;
}

// Names of Windows itself that start with W and a capital.
const realNames = /^(?:WINDOWS|WINNT|WOW64|WOW6432Node|WMI|WPF|WER|WSUS|WLAN)/;
