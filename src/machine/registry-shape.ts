import { z } from "zod";

/** What values of the registry look like in a file: in a journal, or in the lab's PC. */
const hex = z.string().regex(/^([0-9a-f]{2})*$/);

export const RegistryDataShape = z.union([
  z.strictObject({ type: z.enum(["REG_SZ", "REG_EXPAND_SZ"]), data: z.string() }),
  z.strictObject({ type: z.literal("REG_MULTI_SZ"), data: z.array(z.string()) }),
  z.strictObject({ type: z.literal("REG_DWORD"), data: z.int().min(0).max(0xffff_ffff) }),
  z.strictObject({ type: z.literal("hex"), id: z.int().min(0).max(0xffff_ffff), data: hex }),
]);

export const RegistryValueShape = z.strictObject({ name: z.string(), value: RegistryDataShape });
