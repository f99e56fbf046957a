import { z } from "zod";
import { Id, provenance, Text } from "./common.ts";

/** A file or folder that must exist; any of the paths will do. */
export const FileRule = z.strictObject({
  id: Id,
  title: Text,
  paths: z.array(z.string().min(1)).min(1),
  /** The path as printed, damage and all, so that people who hold the paper find it. */
  printed: z.string().optional(),
  ...provenance,
});

export const FilesFile = z.strictObject({ files: z.array(FileRule) });
