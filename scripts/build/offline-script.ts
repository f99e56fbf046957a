import { build } from "esbuild";
import { ownPath } from "../../src/own/files.ts";
import { scriptOptions } from "../page/bundle.ts";
import { instead, leftOut } from "./offline-left.ts";
import { BuildError } from "./run.ts";

export interface OfflineScript {
  /** Shows the first screen. */
  script: string;
  /** What the first screen does not need, and asks for once it stands there. */
  later: string;
}

const first = "src/portal/offline.ts";
const second = "src/portal/doctor-browser.ts";

/** Where the two leave each other what both need; the starter has made it. */
const shared = "jochi";

/**
 * The script of a guide's file in two parts: browsers read the whole of a script before they run any
 * of it, and the engine is not needed until somebody has chosen. A file has no addresses for modules
 * to import one another by, so that their imports become names of one object.
 */
export async function offlineScript(): Promise<OfflineScript> {
  const { outputFiles, metafile } = await build({
    ...scriptOptions(true, leftOut, instead),
    entryPoints: [ownPath(first)],
    format: "esm",
    splitting: true,
    outdir: ownPath("dist/offline"),
    entryNames: "[name]",
    chunkNames: "[name]",
  });
  const texts = new Map(
    Object.entries(metafile.outputs).map(([path, { entryPoint = "both" }]) => {
      const own = outputFiles.find((file) => file.path === ownPath(path));
      return [entryPoint, own!.text];
    }),
  );
  if (texts.size !== 3) throw new BuildError(`three parts expected: ${[...texts.keys()]}`);
  const part = (name: string) => piece(texts.get(name)!);
  const page = part(first);
  // A file on a slow medium may still be on its way when somebody chooses.
  const load =
    `const read=async()=>{if(document.readyState==="loading")` +
    `await new Promise(done=>addEventListener("DOMContentLoaded",done));` +
    `${shared}.run("later");return ${shared}.later};`;
  const asked = /\bimport\("[^"]*"\)/g;
  if (page.match(asked)?.length !== 1) throw new BuildError("one import expected");
  return {
    script: `"use strict";${shared}.both=${part("both")};(()=>{${load}${page.replace(asked, "read()")}})()`,
    later: `"use strict";${shared}.later=${part(second)}`,
  };
}

/** A module as an expression: what it takes of the shared part comes first, what it gives at its end. */
function piece(module: string): string {
  const taken = (_all: string, names: string) => `const{${turned(names, "$1:$2")}}=${shared}.both;`;
  const body = module.trim().replace(/\bimport\{([^}]*)\}from"[^"]*";/g, taken);
  const given = /\bexport\{([^}]*)\};?$/.exec(body);
  const inside = given
    ? `${body.slice(0, given.index)}return{${turned(given[1]!, "$2:$1")}};`
    : body;
  if (/^import\b|\bexport\{/.test(inside)) throw new BuildError("a module that cannot be inlined");
  return `(()=>{${inside}})()`;
}

/** `a as b` in another order; `a` stays. */
function turned(names: string, order: string): string {
  return names.replace(/([\w$]+) as ([\w$]+)/g, order);
}
