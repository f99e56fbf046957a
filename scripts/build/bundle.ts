import { build, type Plugin } from "esbuild";
import { ownPath } from "../../src/own/files.ts";
import type { Inside } from "../../src/own/where.ts";
import { nodeVersion } from "./pins.ts";
import { BuildError } from "./run.ts";

/** What cannot go into one script: native code, which only pdf documents need. */
const left = ["@myriaddreamin/typst-ts-node-compiler"];

export interface Bundle {
  /** One CommonJS script, the kind that a single executable can start. */
  script: string;
  /** Names of the packages whose code is in it, sorted. */
  packages: string[];
}

/** The whole program as one script, with `inside` in it. */
export async function bundle(inside: Inside): Promise<Bundle> {
  const result = await build({
    entryPoints: [ownPath("src/cli/main.ts")],
    absWorkingDir: ownPath("."),
    bundle: true,
    write: false,
    metafile: true,
    format: "cjs",
    platform: "node",
    target: `node${nodeVersion}`,
    charset: "utf8",
    legalComments: "none",
    external: left,
    plugins: [replacements(inside), quietPackages],
    logLevel: "silent",
  });
  // Above all a new `import.meta`, which a script does not have: src/own is the place for it.
  const [first] = result.warnings;
  if (first) throw new BuildError(`${first.location?.file ?? ""}: ${first.text}`);
  const packages = Object.keys(result.metafile.inputs)
    .map((path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter((name) => name !== undefined);
  return { script: result.outputFiles[0]!.text, packages: [...new Set(packages)].sort() };
}

/** The files whose place another takes inside the packed program. */
function replacements(inside: Inside): Plugin {
  const absent = `export { labCommand, demoCommand } from ${JSON.stringify(ownPath("src/cli/absent.ts"))};`;
  const contents: Record<string, string> = {
    [ownPath("src/own/where.ts")]: `
      export const inside = ${JSON.stringify(inside)};
      export const home = process.argv[1];`,
    [ownPath("src/guide/parser.ts")]: `export const parser = () => require("./parse.ts");`,
    [ownPath("src/cli/lab.ts")]: absent,
    [ownPath("src/cli/demo.ts")]: absent,
    [ownPath("src/server/practice/real-lab.ts")]: "export const realLab = async () => undefined;",
  };
  return {
    name: "replacements",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const text = Object.hasOwn(contents, path) ? contents[path] : undefined;
        return text === undefined ? undefined : { contents: text, loader: "js" };
      });
    },
  };
}

/** Where a package asks for its own place, it has been given what it would look for there. */
const quietPackages: Plugin = {
  name: "quiet-packages",
  setup({ onEnd }) {
    onEnd((result) => {
      result.warnings = result.warnings.filter(
        ({ location }) => !location?.file.startsWith("node_modules/"),
      );
    });
  },
};
