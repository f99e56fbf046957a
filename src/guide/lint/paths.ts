/**
 * Where a backslash became a won sign and then a W: `C:\WProgram Files`, `\WnProtect`, a `\W` at the
 * end. Gives the first damaged part.
 */
export function damagedPart(text: string): string | undefined {
  const won = /[₩￦]/.exec(text);
  if (won && /^\s*[A-Za-z]:\s*[₩￦]|[₩￦][A-Za-z]/.test(text)) return won[0];
  if (!/\b[A-Za-z]:\\|%\w+(\(x86\))?%\\/.test(text)) return undefined;
  return text
    .split("\\")
    .slice(1)
    .find((part) => /^W(?:[A-Z]|[a-z][A-Z]|$)/.test(part) && !realNames.test(part));
}

// Names of Windows itself that start with W and a capital.
const realNames = /^(?:WINDOWS|WINNT|WOW64|WOW6432Node|WMI|WPF|WER|WSUS|WLAN)/;
