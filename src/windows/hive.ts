/** Hives by their short names, as paths begin in Jochi, and as a .reg file writes them out. */
const longNames: Record<string, string> = {
  HKCU: "HKEY_CURRENT_USER",
  HKLM: "HKEY_LOCAL_MACHINE",
  HKCR: "HKEY_CLASSES_ROOT",
  HKU: "HKEY_USERS",
  HKCC: "HKEY_CURRENT_CONFIG",
};

const shortNames = new Map(Object.entries(longNames).map(([short, long]) => [long, short]));

/** `HKCU\Software` for `HKEY_CURRENT_USER\Software`; undefined where no hive is named. */
export function shortPath(path: string): string | undefined {
  const { hive, rest } = parts(path);
  const short = shortNames.get(hive) ?? (hive in longNames ? hive : undefined);
  return short && short + rest;
}

/** `HKEY_CURRENT_USER\Software` for `HKCU\Software`; undefined where no hive is named. */
export function longPath(path: string): string | undefined {
  const { hive, rest } = parts(path);
  const long = longNames[hive] ?? (shortNames.has(hive) ? hive : undefined);
  return long && long + rest;
}

function parts(path: string): { hive: string; rest: string } {
  const end = path.indexOf("\\");
  const hive = (end < 0 ? path : path.slice(0, end)).toUpperCase();
  return { hive, rest: end < 0 ? "" : path.slice(end) };
}
