import { z } from "zod";
import { Id, provenance, Text } from "./common.ts";

/** A site entry that must stand in a security zone, and the ways people mistype it. */
export const Site = z.strictObject({
  id: Id,
  /** One name of a registry key; what else is wrong with it, lint says. */
  pattern: z.string().regex(/^[^\\\r\n]+$/, "a host name, or *.host"),
  zone: z.enum(["trusted"]),
  /** Where Edge shows the pages as Internet Explorer would; elsewhere zones have no say in them. */
  onlyIn: z.literal("ie-mode").optional(),
  purpose: Text,
  /** Pages known to be below it, beside those of the guide's own endpoints. */
  pages: z.array(z.strictObject({ url: z.url(), ...provenance })).optional(),
  ...provenance,
});

/** An entry seen in the field that does not do what its author meant. */
export const WrongSite = z.strictObject({
  entry: z.string().min(1),
  meant: Id,
  why: Text,
  ...provenance,
});

export const SitesFile = z.strictObject({
  sites: z.array(Site),
  wrong: z.array(WrongSite),
});
