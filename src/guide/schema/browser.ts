import { z } from "zod";
import { Id, OriginPattern, provenance, Text } from "./common.ts";

export const BrowserRule = z.strictObject({
  id: Id,
  browser: z.enum(["ie", "edge", "chrome", "whale", "firefox"]),
  /** First major version that is served. */
  minimumVersion: z.int().min(1),
  title: Text,
  /** What the page itself shows below that version, to the letter, line by line. */
  unsupportedMessage: Text.optional(),
  note: Text.optional(),
  ...provenance,
});

export const PopupRule = z.strictObject({
  id: Id,
  title: Text,
  /** Origins whose pages open the window. */
  origins: z.array(OriginPattern),
  ...provenance,
});

export const Toolbar = z.strictObject({
  id: Id,
  title: Text,
  /** Display names under Programs and Features. */
  names: z.array(z.string().min(1)).min(1),
  /** Other display names of the same toolbar; `*` at the end stands for any rest. */
  uninstallNames: z.array(z.string().min(1)).optional(),
  ...provenance,
});

/** Pages that ask something of programs on the PC itself, which newer browsers ask about first. */
export const LocalNetworkRule = z.strictObject({
  id: Id,
  title: Text,
  /** Origins of those pages; `*.` at the beginning stands for any name below. */
  origins: z.array(OriginPattern).min(1),
  ...provenance,
});

export const BrowsersFile = z.strictObject({
  browsers: z.array(BrowserRule),
  popups: z.array(PopupRule),
  toolbars: z.array(Toolbar),
  localNetwork: z.array(LocalNetworkRule).default([]),
});
