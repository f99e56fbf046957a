import { z } from "zod";
import { PublisherPin } from "./action.ts";
import { FileName, Id, Port, provenance, ServiceName, SourceRef, Text } from "./common.ts";

export const Program = z.strictObject({
  id: Id,
  title: Text,
  /** The name as the guide and the screen show it. */
  name: z.string().min(1),
  /** Short names and the names of its parts, as guides and tables also call it. */
  otherNames: z.array(z.string().min(1)).optional(),
  /** Display names under Programs and Features; `*` at the end stands for any rest. */
  uninstallNames: z.array(z.string().min(1)).min(1),
  publisher: z.string().optional(),
  /** Its services; where versions differ, one of them is enough. */
  services: z.array(ServiceName).optional(),
  processes: z.array(z.string()).optional(),
  /** With `%ProgramFiles%`-like variables. */
  installFolders: z.array(z.string()).optional(),
  /** Lowest version without a known vulnerability. */
  minimumVersion: z.string().optional(),
  /** Who says so, where it is not the program's own source. */
  minimumVersionSource: SourceRef.optional(),
  download: z
    .strictObject({
      url: z.url(),
      file: FileName,
      /** Of files known to be the right ones; the program is installed from nothing else then. */
      sha256: z
        .array(z.string().regex(/^[0-9a-f]{64}$/, "64 lower-case hex digits"))
        .min(1)
        .optional(),
      publisher: PublisherPin.optional(),
      ...provenance,
    })
    .optional(),
  /** Programs beside which it does not work, by their display names. */
  conflictsWith: z
    .array(z.strictObject({ names: z.array(z.string().min(1)).min(1), ...provenance }))
    .optional(),
  /** False for a helper that is only ever run once. */
  required: z.boolean(),
  ...provenance,
});
export type Program = z.infer<typeof Program>;

/** A program of the PC that answers the page on a loopback port. */
export const Agent = z.strictObject({
  id: Id,
  program: Id,
  title: Text,
  address: z.ipv4(),
  /** The name under which pages call it; it must lead to the address. Absent: by the address. */
  name: z.string().min(1).optional(),
  ports: z.strictObject({ first: Port, count: z.int().min(1).max(32) }),
  protocol: z.enum(["https", "http", "wss"]),
  path: z.string().startsWith("/"),
  /** What the answer must contain for the agent to be the one meant. */
  expect: z.string().min(1).optional(),
  /** Part of the subject or issuer of its certificate. */
  certificateContains: z.string().optional(),
  /** Agents with the same role are alternatives: one of them must answer. */
  role: Id,
  /** An agent not required is looked at and reported, and missing it is no fault. */
  required: z.boolean(),
  ...provenance,
});
export type Agent = z.infer<typeof Agent>;

export const ProgramsFile = z.strictObject({
  programs: z.array(Program),
  agents: z.array(Agent),
});
