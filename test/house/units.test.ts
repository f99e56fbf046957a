import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { pathToFileURL } from "node:url";
import { program, root } from "./_source.ts";

/** Folders in which one file is one unit, called what its `id` says. */
const folders = ["src/probes", "src/actions", "src/lab/faults"];

/** Files that hold several units, each with its reason. */
const several: Record<string, string> = {
  "src/probes/readings.ts": "each only passes on one reading of the machine: one line a probe",
};

interface Unit {
  id: string;
}

const isUnit = (value: unknown): value is Unit =>
  typeof value === "object" && value !== null && typeof (value as Unit).id === "string";

async function load(file: string): Promise<Record<string, unknown>> {
  return (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
}

describe("units", () => {
  for (const folder of folders) {
    const files = program(folder).filter(
      (file) => !file.slice(folder.length + 1).includes("/") && !/\/(_[^/]*|index)\.ts$/.test(file),
    );

    it(`${folder}: a file is called what its unit's id says`, async () => {
      for (const file of files) {
        const units = Object.values(await load(file)).filter(isUnit);
        const name = file.slice(folder.length + 1, -".ts".length);
        if (file in several) assert.ok(units.length > 1, `${file} holds one unit now`);
        else if (units.length > 0)
          assert.deepEqual(
            units.map(({ id }) => id),
            [name],
            file,
          );
      }
    });

    it(`${folder}: the index holds every unit, once, under its id`, async () => {
      if (files.length === 0) return;
      const found = (await Promise.all(files.map(load))).flatMap((module) =>
        Object.values(module).filter(isUnit),
      );
      const indexFile = `${folder}/index.ts`;
      assert.ok(program(folder).includes(indexFile), `${indexFile} is missing`);
      const index = await load(indexFile);
      const registry =
        Object.values(index).find((value) => typeof value === "object" && value !== null) ?? {};
      for (const [key, unit] of Object.entries(registry as Record<string, unknown>)) {
        if (!Array.isArray(registry) && isUnit(unit)) assert.equal(key, unit.id);
      }
      const ids = (units: unknown[]) =>
        units
          .filter(isUnit)
          .map(({ id }) => id)
          .sort();
      assert.deepEqual(ids(Object.values(registry)), ids(found));
    });
  }
});
