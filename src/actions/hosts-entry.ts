import { isKnown, presentIn } from "../evidence/known.ts";
import { type Action, isElevated, nothing, refuse, unread } from "./action.ts";
import type { Words } from "./change.ts";

/**
 * Adds lines to the hosts file, each marked as Jochi's, where no resolver answers for a name. What
 * stands there already is kept byte by byte, and the new lines end as the old ones do.
 */
export const hostsEntry: Action = {
  id: "hosts-entry",
  async plan(hands, { step }) {
    const wanted = step.hosts ?? [];
    const read = await hands.machine.system.readFile(file, bytesMax);
    if (!isKnown(read)) return unread(read, file);
    const bytes = presentIn(read);
    const before = bytes && Buffer.from(bytes);
    const start = before?.subarray(0, 2).toString("hex") ?? "";
    if (start === "fffe" || start === "feff") return refuse("hosts-encoding", file);
    // Latin-1 keeps every byte as it is, whatever the file's own characters are.
    const text = before?.toString("latin1") ?? "";
    const known = entriesOf(text);
    const about: Words[] = [];
    const lines: string[] = [];
    for (const { address, name } of wanted) {
      const addresses = known.get(name.toLowerCase()) ?? [];
      if (addresses.includes(address)) continue;
      if (addresses.length > 0)
        return refuse("hosts-taken", name, { name, address: addresses[0]! });
      lines.push(`${address} ${name} ${mark}`);
      about.push({ key: "treat.about.hosts-line", with: { name, address } });
    }
    if (lines.length === 0) return nothing;
    if (!(await isElevated(hands))) return refuse("needs-admin", file);
    const end = text.includes("\r\n") || !text.includes("\n") ? "\r\n" : "\n";
    const gap = text === "" || /[\r\n]$/.test(text) ? "" : end;
    const added = Buffer.from(gap + lines.map((line) => line + end).join(""), "latin1");
    const after = Buffer.concat([before ?? Buffer.alloc(0), added]);
    return {
      changes: [
        {
          kind: "file",
          path: file,
          before: before?.toString("base64") ?? null,
          after: after.toString("base64"),
          about,
        },
      ],
      refused: [],
    };
  },
};

const file = "%SystemRoot%\\System32\\drivers\\etc\\hosts";
const mark = "# Jochi";
const bytesMax = 1_048_576;

function entriesOf(text: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [address, ...names] = line.replace(/#.*$/, "").trim().split(/\s+/);
    for (const name of names.map((each) => each.toLowerCase()))
      found.set(name, [...(found.get(name) ?? []), address!]);
  }
  return found;
}
