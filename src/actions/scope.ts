import type { Change } from "./change.ts";
import { isCopy } from "./own-folder.ts";

/**
 * What changes may touch at all. A journal is a file, and files can be written by others: nothing
 * outside these places is done because one says so, least of all with an administrator's rights.
 */
const settings = String.raw`\\Software\\Microsoft\\Windows\\CurrentVersion\\Internet Settings`;
const userKeys = [
  new RegExp(String.raw`^HKCU${settings}(\\Connections|\\ZoneMap(\\.*)?)?$`, "i"),
  /^HKCU\\Software\\Microsoft\\Internet Explorer\\New Windows(\\Allow)?$/i,
];
const lists = [
  "PopupsAllowedForUrls",
  "LoopbackNetworkAllowedForUrls",
  "LocalNetworkAccessAllowedForUrls",
  "InsecurePrivateNetworkRequestsAllowedForUrls",
].join("|");
const machineKeys = [
  new RegExp(String.raw`^HKLM${settings}\\ZoneMap(\\.*)?$`, "i"),
  new RegExp(
    String.raw`^HKLM\\Software\\Policies\\(Microsoft\\Edge|Google\\Chrome)\\(${lists})$`,
    "i",
  ),
];
/** Keys on the way to those, which are made where they are missing and hold nothing themselves. */
const userPlaces = [
  /^HKCU\\Software(\\Microsoft(\\Windows(\\CurrentVersion)?|\\Internet Explorer)?)?$/i,
];
const machinePlaces = [
  /^HKLM\\Software(\\Microsoft(\\Windows(\\CurrentVersion(\\Internet Settings)?)?)?)?$/i,
  /^HKLM\\Software\\Policies(\\(Microsoft(\\Edge)?|Google(\\Chrome)?))?$/i,
];
/** What a reset of the browser changes, and what is given back afterwards. */
const keptKeys = [
  /^HKCU\\Software\\Microsoft\\Internet Explorer\\(Main|New Windows)(\\.*)?$/i,
  new RegExp(String.raw`^HKCU${settings}(\\.*)?$`, "i"),
];
const hosts = "%systemroot%\\system32\\drivers\\etc\\hosts";
const hostsLine = /^[0-9.]{7,15} [^\s#]{1,253} # Jochi$/;
const certutil = "%systemroot%\\system32\\certutil.exe";
const sc = "%systemroot%\\system32\\sc.exe";
/** Names of services, which must not be taken for options. */
const service = /^[A-Za-z0-9_][\w .-]{0,255}$/;

/** In whose folder a change is written down: each may tell only of what its owner may change. */
export type Whose = "user" | "machine";

export function isInScope(change: Change, whose: Whose): boolean {
  const machine = whose === "machine";
  switch (change.kind) {
    case "key": {
      const { path, before, after } = change;
      if (hasOne(userKeys, path) || (machine && hasOne(machineKeys, path))) return true;
      const isPlace = before === null && after?.length === 0;
      return isPlace && (hasOne(userPlaces, path) || (machine && hasOne(machinePlaces, path)));
    }
    case "file":
      return machine && change.path.toLowerCase() === hosts && onlyAdds(change);
    case "run":
      return (
        isWayBack(change.back, whose) &&
        change.kept.every(({ path }) => hasOne(keptKeys, path)) &&
        change.files.every(({ copy }) => copy === undefined || (machine && isCopy(copy)))
      );
    case "open":
      return true;
  }
}

const hasOne = (patterns: readonly RegExp[], path: string) =>
  patterns.some((pattern) => pattern.test(path));

/** Whether the file after is the file before, and Jochi's own lines behind it. */
function onlyAdds({ before, after }: Extract<Change, { kind: "file" }>): boolean {
  const [was, is] = [before ?? "", after ?? ""].map((bytes) => Buffer.from(bytes, "base64"));
  if (!is!.subarray(0, was!.length).equals(was!)) return false;
  const added = is!.subarray(was!.length).toString("latin1").split(/\r?\n/);
  return added.every((line) => line === "" || hostsLine.test(line));
}

function isWayBack(back: Extract<Change, { kind: "run" }>["back"], whose: Whose): boolean {
  if (back.way === "none") return true;
  if (back.way === "uninstall") return whose === "machine";
  const [first, ...others] = back.args;
  const ofUser = first === "-user";
  if (whose === "user" && !ofUser) return false;
  const [verb, one = "", two = "", ...more] = ofUser ? others : back.args;
  const program = back.program.toLowerCase();
  if (program === certutil)
    return (
      verb === "-delstore" && one === "Root" && /^[0-9A-F]{40}$/.test(two) && more.length === 0
    );
  return program === sc && !ofUser && verb === "stop" && service.test(one) && two === "";
}
