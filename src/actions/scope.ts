import type { Change } from "./change.ts";

/**
 * What changes may touch at all. A journal is a file, and files can be written by others: nothing
 * outside these places is done because one says so, least of all with an administrator's rights.
 */
const keys = [
  /^(HKCU|HKLM)\\Software(\\Microsoft(\\Windows(\\CurrentVersion(\\Internet Settings(\\.*)?)?)?)?)?$/i,
  /^HKCU\\Software(\\Microsoft(\\Internet Explorer(\\(Main|New Windows)(\\.*)?)?)?)?$/i,
  /^HKLM\\Software(\\Policies(\\(Microsoft|Google)(\\(Edge|Chrome)(\\[^\\]*ForUrls)?)?)?)?$/i,
];
const hosts = "%systemroot%\\system32\\drivers\\etc\\hosts";
const certutil = "%systemroot%\\system32\\certutil.exe";
const sc = "%systemroot%\\system32\\sc.exe";
/** Names of services, which must not be taken for options. */
const service = /^[A-Za-z0-9_][\w .-]{0,255}$/;

export function isInScope(change: Change): boolean {
  switch (change.kind) {
    case "key":
      return keys.some((pattern) => pattern.test(change.path));
    case "file":
      return change.path.toLowerCase() === hosts;
    case "run":
      return isWayBack(change.back) && change.kept.every(({ path }) => isKeyInScope(path));
    case "open":
      return true;
  }
}

const isKeyInScope = (path: string) => keys.some((pattern) => pattern.test(path));

function isWayBack(back: Extract<Change, { kind: "run" }>["back"]): boolean {
  if (back.way !== "run") return true;
  const args = back.args.filter((arg) => arg !== "-user");
  const [verb, one = "", two = ""] = args;
  const program = back.program.toLowerCase();
  if (program === certutil)
    return (
      args.length === 3 && verb === "-delstore" && one === "Root" && /^[0-9A-F]{40}$/.test(two)
    );
  return program === sc && args.length === 2 && verb === "stop" && service.test(one);
}
