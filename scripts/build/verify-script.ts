import { build, type Plugin } from "esbuild";
import { ownPath } from "../../src/own/files.ts";
import { licences } from "./licences.ts";
import { BuildError } from "./run.ts";

/** The oldest Node that it runs on. */
const target = "node20";

/** Packages that are no modules ask for Node's own parts in the old way. */
const begin = `#!/usr/bin/env node
// Verifies a bundle of Jochi: node jochi-verify.mjs FILE --fingerprint HEX --receipt receipt.html
// Nothing beside this file is needed but Node 20 or newer. Licences stand at its end.
import { createRequire as requireOf } from "node:module";
const require = requireOf(import.meta.url);`;

/** It is also a module that others may import; only as a command does it do anything by itself. */
const end = `import { realpathSync as realPathOf } from "node:fs";
import { fileURLToPath as pathOfUrl } from "node:url";
if (process.argv[1] && realPathOf(process.argv[1]) === pathOfUrl(import.meta.url)) await runAlone();`;

export interface VerifyScript {
  text: string;
  /** Names of the packages whose code is in it, sorted. */
  packages: string[];
}

/** Verification alone, as one script that can be read. The same source makes the same bytes. */
export async function verifyScript(): Promise<VerifyScript> {
  const result = await build({
    entryPoints: [ownPath("src/cli/verify-alone.ts")],
    absWorkingDir: ownPath("."),
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target,
    charset: "utf8",
    legalComments: "none",
    plugins: [replacements],
    logLevel: "silent",
    banner: { js: begin },
    footer: { js: end },
  });
  const [first] = result.warnings.filter(
    ({ location }) => !location?.file.startsWith("node_modules/"),
  );
  if (first) throw new BuildError(`${first.location?.file ?? ""}: ${first.text}`);
  const inputs = Object.keys(result.metafile.inputs);
  const net = inputs.find((path) => path.startsWith("src/machine/"));
  if (net !== undefined) throw new BuildError(`${net}: a script that verifies asks no machine`);
  const names = inputs
    .map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  const packages = [...new Set(names)].sort();
  const words = licences(packages, false).replaceAll("*/", "* /");
  return { text: `${result.outputFiles[0]!.text}\n/*\n${words}*/\n`, packages };
}

/** It looks at no PC, and holds nothing that a checkout would be asked for. */
const contents: Record<string, string> = {
  [ownPath("src/own/where.ts")]: `
    export const inside = { texts: {}, bytes: {} };
    export const home = process.argv[1] ?? "/";`,
  [ownPath("src/guide/parser.ts")]: `
    import * as parse from "./parse.ts";
    export const parser = () => parse;`,
  // Native code makes PDF files; such a receipt is refused before.
  [ownPath("src/report/guide/pdf.ts")]: "export const documentPdf = undefined;",
  [ownPath("src/cli/own-machine.ts")]: "export const ownMachine = async () => undefined;",
};

const replacements: Plugin = {
  name: "replacements",
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const text = Object.hasOwn(contents, path) ? contents[path] : undefined;
      return text === undefined ? undefined : { contents: text, loader: "js" };
    });
  },
};
