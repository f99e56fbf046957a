import { z } from "zod";
import { type Kind, kinds } from "./files.ts";
import { schemas } from "./schemas.ts";

/** The JSON Schema of each guide file as editors read it, ready to be written. */
export function jsonSchemas(): Map<Kind, string> {
  return new Map(
    kinds.map((kind) => {
      const schema = z.toJSONSchema(schemas[kind], { io: "input" });
      const titled = { title: `jochi.guide/1 ${kind}.yaml`, ...schema };
      return [kind, `${JSON.stringify(titled, null, 2)}\n`];
    }),
  );
}
