/** Writes schemas/*.schema.json from the zod schemas: `node scripts/generate-schemas.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { jsonSchemas } from "../src/guide/json-schema.ts";

const folder = fileURLToPath(new URL("../schemas", import.meta.url));
mkdirSync(folder, { recursive: true });
for (const [kind, text] of jsonSchemas()) writeFileSync(`${folder}/${kind}.schema.json`, text);
