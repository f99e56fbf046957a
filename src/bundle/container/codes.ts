/**
 * Why a file is no container, or an entry may not be in one. A closed list; `src/text/bundle-container.ts`
 * has the sentence of each.
 */
export const containerCodes = [
  /** Not even the end of a ZIP file. */
  "container.not-zip",
  /** A piece is missing at the end, or the file is shorter than its directory says. */
  "container.truncated",
  /** Bytes before the first entry, between entries, or after the end. */
  "container.stray-bytes",
  /** Two entries share bytes. */
  "container.overlap",
  /** A header says something else than its copy in the directory. */
  "container.disagreement",
  /** A header has a value that this kind of ZIP never has. */
  "container.header",
  "container.zip64",
  "container.compressed",
  "container.encrypted",
  /** The size stands behind the data instead of before it. */
  "container.descriptor",
  "container.extra-field",
  "container.comment",
  /** A link, a folder or a device instead of a plain file. */
  "container.not-plain-file",
  "container.several-disks",
  "container.too-many-entries",
  "container.empty",
  "container.name-empty",
  "container.name-long",
  "container.name-not-ascii",
  "container.name-backslash",
  "container.name-drive",
  "container.name-absolute",
  "container.name-traversal",
  "container.name-device",
  "container.name-dot",
  "container.name-characters",
  "container.duplicate",
  /** Same but for upper and lower case: one file on Windows. */
  "container.duplicate-case",
  /** One entry's name is a folder in another's. */
  "container.file-and-folder",
  "container.checksum",
  "container.no-entry",
  "container.too-large",
  /** While writing: a file is not what it was said to be. */
  "container.source-size",
  "container.source-hash",
] as const;

export type ContainerCode = (typeof containerCodes)[number];
