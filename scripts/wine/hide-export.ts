// hide-export.ts LIBRARY COPY NAME: copies a 64-bit library of Wine without one of its exports.
import { readFileSync, rmSync, writeFileSync } from "node:fs";

const [library, copy, name] = process.argv.slice(2);
if (library === undefined || copy === undefined || name === undefined) {
  process.stderr.write("hide-export.ts LIBRARY COPY NAME\n");
  process.exit(2);
}

const bytes = readFileSync(library);
const header = bytes.readUInt32LE(0x3c);
const optional = header + 24;
const sections = Array.from({ length: bytes.readUInt16LE(header + 6) }, (_, at) => {
  const start = optional + bytes.readUInt16LE(header + 20) + at * 40;
  return {
    size: bytes.readUInt32LE(start + 8),
    address: bytes.readUInt32LE(start + 12),
    file: bytes.readUInt32LE(start + 20),
  };
});

/** Where an address of the loaded library stands in its file. */
function placeOf(address: number): number {
  const section = sections.find(
    (one) => address >= one.address && address < one.address + one.size,
  );
  if (!section) throw new Error(`${library}: no section holds ${address.toString(16)}`);
  return address - section.address + section.file;
}

const exports = placeOf(bytes.readUInt32LE(optional + 112));
const names = placeOf(bytes.readUInt32LE(exports + 32));
const wanted = Buffer.from(`${name}\0`, "latin1");
// The next smaller last letter keeps the names in order, by which they are searched.
const hidden = Buffer.from(name.replace(/.$/, (end) => String.fromCharCode(end.charCodeAt(0) - 1)));
let found = 0;
for (let at = 0; at < bytes.readUInt32LE(exports + 24); at += 1) {
  const place = placeOf(bytes.readUInt32LE(names + 4 * at));
  if (bytes.compare(wanted, 0, wanted.length, place, place + wanted.length) !== 0) continue;
  hidden.copy(bytes, place);
  found += 1;
}
if (found !== 1) throw new Error(`${library}: ${found} exports are called ${name}`);

// With this mark Wine would load its own file instead of the copy.
const mark = { at: 0x40, text: "Wine builtin DLL", length: 0x20 };
if (bytes.toString("latin1", mark.at, mark.at + mark.text.length) === mark.text) {
  bytes.fill(0, mark.at, mark.at + mark.length);
}
// What stands there may be a link to the library of the whole system.
rmSync(copy, { force: true });
writeFileSync(copy, bytes);
