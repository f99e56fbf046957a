import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { crc32 } from "node:zlib";
import fc from "fast-check";
import { BundleFault } from "../fault.ts";
import { centralHeader, endOf, localHeader, type Placed } from "./layout.ts";
import { openContainer } from "./read.ts";
import { writeContainer } from "./write.ts";

const folder = mkdtempSync(join(tmpdir(), "jochi-container-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** A ZIP file put together piece by piece, so that any piece can be another. */
interface Piece {
  local: Buffer;
  data: Buffer;
  central: Buffer;
}

function piecesOf(...named: [name: string, content: string][]): Piece[] {
  let offset = 0;
  return named.map(([name, content]) => {
    const data = Buffer.from(content);
    const entry: Placed = { name, size: data.length, crc: crc32(data), offset };
    const piece = { local: localHeader(entry), data, central: centralHeader(entry) };
    offset += piece.local.length + data.length;
    return piece;
  });
}

function put(pieces: readonly Piece[], count = pieces.length): Buffer {
  const body = Buffer.concat(pieces.flatMap(({ local, data }) => [local, data]));
  const directory = Buffer.concat(pieces.map(({ central }) => central));
  return Buffer.concat([body, directory, endOf(count, body.length, directory.length)]);
}

const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    const container = await openContainer(bytes);
    for (const name of container.entries.keys()) await container.sha256(name);
    return "accepted";
  } catch (error) {
    if (error instanceof BundleFault) return error.code;
    throw error;
  }
};

const two = () => piecesOf(["a", "first"], ["b/c", "second"]);

/** Both copies of a header changed alike, where `local` says where the first copy has it. */
function both(
  change: (bytes: Buffer, at: number) => void,
  local: number | undefined,
  central: number,
) {
  const [one, other] = two() as [Piece, Piece];
  if (local !== undefined) change(one.local, local);
  change(one.central, central);
  return put([one, other]);
}

function renamed(name: string): Buffer {
  return put([...piecesOf([name, "x"])]);
}

const attacks: [what: string, code: string, make: () => Buffer][] = [
  ["a path that leads out", "container.name-traversal", () => renamed("../../windows/x.dll")],
  ["an absolute path", "container.name-absolute", () => renamed("/etc/passwd")],
  ["a backslash", "container.name-backslash", () => renamed("a\\b")],
  ["a drive", "container.name-drive", () => renamed("C:/x")],
  ["a device", "container.name-device", () => renamed("aux.txt")],
  ["a name outside ASCII", "container.name-not-ascii", () => renamed("caf\u00e9")],
  ["a dot at the end", "container.name-dot", () => renamed("setup.exe.")],
  ["the same name twice", "container.duplicate", () => put(piecesOf(["a", "1"], ["a", "2"]))],
  [
    "two cases of one name",
    "container.duplicate-case",
    () => put(piecesOf(["a", "1"], ["A", "2"])),
  ],
  [
    "a file that is a folder too",
    "container.file-and-folder",
    () => put(piecesOf(["a", "1"], ["a/b", "2"])),
  ],
  [
    "a symbolic link",
    "container.not-plain-file",
    () => both((b, at) => b.writeUInt32LE(0o120777 * 0x10000, at), undefined, 38),
  ],
  [
    "a folder",
    "container.not-plain-file",
    () => both((b, at) => b.writeUInt32LE(0o040755 * 0x10000 + 16, at), undefined, 38),
  ],
  [
    "a file that may be run",
    "container.not-plain-file",
    () => both((b, at) => b.writeUInt32LE(0o104755 * 0x10000, at), undefined, 38),
  ],
  [
    "a file of DOS, whose mode says nothing",
    "container.not-plain-file",
    () => both((b, at) => b.writeUInt16LE(20, at), undefined, 4),
  ],
  ["deflate", "container.compressed", () => both((b, at) => b.writeUInt16LE(8, at), 8, 10)],
  ["encryption", "container.encrypted", () => both((b, at) => b.writeUInt16LE(1, at), 6, 8)],
  [
    "strong encryption",
    "container.encrypted",
    () => both((b, at) => b.writeUInt16LE(0x41, at), 6, 8),
  ],
  [
    "a size behind the data",
    "container.descriptor",
    () => both((b, at) => b.writeUInt16LE(8, at), 6, 8),
  ],
  [
    "a name said to be UTF-8",
    "container.header",
    () => both((b, at) => b.writeUInt16LE(0x800, at), 6, 8),
  ],
  [
    "deflate in the entry's own header",
    "container.compressed",
    () => onlyLocal((b) => b.writeUInt16LE(8, 8)),
  ],
  ["encryption there", "container.encrypted", () => onlyLocal((b) => b.writeUInt16LE(1, 6))],
  ["a descriptor there", "container.descriptor", () => onlyLocal((b) => b.writeUInt16LE(8, 6))],
  ["another name there", "container.disagreement", () => onlyLocal((b) => b.write("z", 30))],
  ["another size there", "container.disagreement", () => onlyLocal((b) => b.writeUInt32LE(4, 22))],
  [
    "another checksum there",
    "container.disagreement",
    () => onlyLocal((b) => b.writeUInt32LE(4, 14)),
  ],
  [
    "a wrong checksum in both",
    "container.checksum",
    () => both((b, at) => b.writeUInt32LE(4, at), 14, 16),
  ],
  [
    "bytes before the first entry",
    "container.stray-bytes",
    () => Buffer.concat([Buffer.from("MZ"), put(two())]),
  ],
  [
    "bytes behind the end",
    "container.stray-bytes",
    () => Buffer.concat([put(two()), Buffer.from("x")]),
  ],
  ["bytes between entries", "container.stray-bytes", () => between("stray")],
  [
    "bytes before the directory",
    "container.stray-bytes",
    () => {
      const [one, other] = two() as [Piece, Piece];
      return put([one, { ...other, data: Buffer.concat([other.data, Buffer.from("stray")]) }]);
    },
  ],
  [
    "an entry that the directory leaves out",
    "container.stray-bytes",
    () => {
      const [one, other] = two() as [Piece, Piece];
      return put([one, { ...other, central: Buffer.alloc(0) }], 1);
    },
  ],
  [
    "two lines for the same bytes",
    "container.overlap",
    () => {
      const [one] = two() as [Piece];
      const again = centralHeader({ name: "z", size: 5, crc: crc32("first"), offset: 0 });
      return put([one, { local: Buffer.alloc(0), data: Buffer.alloc(0), central: again }]);
    },
  ],
  ["an entry inside another's data", "container.overlap", quoted],
  [
    "a size beyond the directory",
    "container.overlap",
    () => both((b, at) => b.fill(7, at, at + 2).copy(b, at + 4, at, at + 4), 18, 20),
  ],
  [
    "a comment",
    "container.comment",
    () => {
      const bytes = put(two());
      bytes.writeUInt16LE(1, bytes.length - 2);
      return bytes;
    },
  ],
  ["an extra field", "container.extra-field", () => extraField()],
  ["large-file headers for a small file", "container.zip64", () => smallZip64()],
  [
    "too many entries",
    "container.too-many-entries",
    () => {
      const bytes = put(two());
      bytes.writeUInt16LE(4_001, bytes.length - 12);
      return bytes;
    },
  ],
  ["more entries than there are", "container.truncated", () => put(two(), 3)],
  ["fewer entries than there are", "container.header", () => put(two(), 1)],
  ["none", "container.empty", () => put([])],
  ["no ZIP file", "container.not-zip", () => Buffer.from("%PDF-1.7, and so on to the end")],
  ["nothing", "container.not-zip", () => Buffer.alloc(0)],
];

describe("a container is refused for", () => {
  for (const [what, code, make] of attacks) {
    it(what, async () => assert.equal(await codeOf(make()), code));
  }
});

describe("a container", () => {
  let whole: Buffer;
  before(async () => {
    const path = join(folder, "a.zip");
    await writeContainer(path, [
      { name: "metadata/root.json", bytes: Buffer.from('{"version":1}') },
      { name: "empty", bytes: new Uint8Array() },
      { name: "installers/a.exe", bytes: Buffer.from("MZ and so on") },
    ]);
    whole = readFileSync(path);
  });

  it("is refused with any one byte changed", async () => {
    assert.equal(await codeOf(whole), "accepted");
    for (let at = 0; at < whole.length; at += 1) {
      for (const flip of [0x01, 0x20, 0x80, 0xff]) {
        const changed = Buffer.from(whole);
        changed[at]! ^= flip;
        assert.notEqual(await codeOf(changed), "accepted", `byte ${at} ^ ${flip}`);
      }
    }
  });

  it("is refused wherever it is cut off", async () => {
    for (let length = 0; length < whole.length; length += 1) {
      assert.notEqual(await codeOf(whole.subarray(0, length)), "accepted", `${length} bytes`);
    }
  });

  it("is refused with a piece taken out, doubled or put elsewhere", async () => {
    const place = fc.nat(whole.length);
    await fc.assert(
      fc.asyncProperty(place, place, place, fc.boolean(), async (one, other, to, keep) => {
        const [from, end] = [Math.min(one, other), Math.max(one, other)];
        const piece = whole.subarray(from, end);
        const rest = keep ? whole : Buffer.concat([whole.subarray(0, from), whole.subarray(end)]);
        const at = Math.min(to, rest.length);
        const changed = Buffer.concat([rest.subarray(0, at), piece, rest.subarray(at)]);
        fc.pre(!changed.equals(whole));
        assert.notEqual(await codeOf(changed), "accepted");
      }),
      { numRuns: 500 },
    );
  });

  it("gives no entry that is larger than asked for, nor one that it has not", async () => {
    const container = await openContainer(whole);
    const large = { code: "container.too-large", detail: { bytes: 13, most: 12 } };
    await assert.rejects(container.read("metadata/root.json", 12), large);
    for (const name of ["installers/A.EXE", "constructor", "__proto__"]) {
      await assert.rejects(container.read(name, 99), { code: "container.no-entry", entry: name });
    }
  });

  it("is no folder and no missing file", async () => {
    await assert.rejects(openContainer(folder), { code: "container.not-zip" });
    await assert.rejects(openContainer(join(folder, "none")), { code: "ENOENT" });
  });
});

function onlyLocal(change: (bytes: Buffer) => void): Buffer {
  const [one, other] = two() as [Piece, Piece];
  change(one.local);
  return put([one, other]);
}

function between(stray: string): Buffer {
  const [one, other] = two() as [Piece, Piece];
  const shift = stray.length;
  other.central.writeUInt32LE(other.central.readUInt32LE(42) + shift, 42);
  return put([{ ...one, data: Buffer.concat([one.data, Buffer.from(stray)]) }, other]);
}

/** The second entry's header and data stand inside what the first says is its own. */
function quoted(): Buffer {
  const inner = piecesOf(["b", "inner"])[0]!;
  const [outer] = piecesOf(["a", Buffer.concat([inner.local, inner.data]).toString("latin1")]);
  const offset = outer!.local.length;
  const central = centralHeader({ name: "b", size: 5, crc: crc32("inner"), offset });
  return put([outer!, { local: Buffer.alloc(0), data: Buffer.alloc(0), central }]);
}

function extraField(): Buffer {
  const [one, other] = two() as [Piece, Piece];
  const field = Buffer.from([0x75, 0x70, 1, 0, 0]);
  one.central.writeUInt16LE(field.length, 30);
  one.central = Buffer.concat([one.central, field]);
  return put([one, other]);
}

function smallZip64(): Buffer {
  const [one, other] = two() as [Piece, Piece];
  const field = Buffer.alloc(20);
  field.writeUInt16LE(1, 0);
  field.writeUInt16LE(16, 2);
  field.writeBigUInt64LE(5n, 4);
  field.writeBigUInt64LE(5n, 12);
  one.central.writeUInt32LE(0xffffffff, 20);
  one.central.writeUInt32LE(0xffffffff, 24);
  one.central.writeUInt16LE(field.length, 30);
  one.central = Buffer.concat([one.central, field]);
  return put([one, other]);
}
