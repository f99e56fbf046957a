import { readFileSync } from "node:fs";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { evidenceShapes } from "../../src/evidence/shape-of.ts";
import { ownPath } from "../../src/own/files.ts";

export interface PageBundle {
  /** One classic script. */
  script: string;
  style: string;
  /** Every file that is in it, from the project's root. */
  inputs: string[];
}

/** Browsers that the page's script is written for; older ones are served the guide without it. */
const target = ["chrome100", "edge100", "firefox100", "safari15"];

const shared = {
  absWorkingDir: ownPath("."),
  bundle: true,
  write: false,
  metafile: true,
  charset: "utf8",
  legalComments: "none",
  target,
  logLevel: "silent",
} as const;

/** How every script of the page is made; for the rest see `bundlePage`. */
export function scriptOptions(
  minify: boolean,
  leftOut: readonly string[],
  instead: Readonly<Record<string, string>>,
) {
  return {
    ...shared,
    minify,
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    plugins: [plainFormats, emptied(leftOut), exchanged(instead)],
  } as const satisfies BuildOptions;
}

/**
 * An entry of `src/portal` as one classic script, and the page's style. Nothing of it asks for
 * another file.
 *
 * @param leftOut modules, from the project's root, of which only the names stay
 * @param instead modules that others take the place of, both from the project's root
 */
export async function bundlePage(
  entry: string,
  minify = true,
  leftOut: readonly string[] = [],
  instead: Readonly<Record<string, string>> = {},
): Promise<PageBundle> {
  const [script, style] = await Promise.all([
    build({
      ...scriptOptions(minify, leftOut, instead),
      entryPoints: [ownPath(entry)],
      format: "iife",
    }),
    buildStyle(minify, leftOut),
  ]);
  return {
    script: script.outputFiles[0]!.text,
    style: style.outputFiles[0]!.text,
    inputs: [script, style].flatMap(({ metafile }) => Object.keys(metafile.inputs)),
  };
}

/** The page's style alone. */
export function buildStyle(minify: boolean, leftOut: readonly string[]) {
  return build({
    ...shared,
    minify,
    entryPoints: [ownPath("src/portal/style.css")],
    plugins: [emptied(leftOut)],
  });
}

/**
 * Evidence is checked by its formats as plain data: the library of the schemas would weigh as much
 * as everything else together. That both say the same is tested.
 */
const plainFormats: Plugin = {
  name: "plain-formats",
  setup({ onLoad }) {
    onLoad({ filter: /parse\.ts$/ }, ({ path }) => {
      if (path !== ownPath("src/evidence/parse.ts")) return undefined;
      // A string until it is needed: reading it as code would cost every opening of the page.
      const shapes = JSON.stringify(JSON.stringify(evidenceShapes()));
      const contents = `
        import { plainChecker } from "./plain-check.ts";
        import { readEvidence } from "./read-evidence.ts";
        export { evidenceBytesMax } from "./read-evidence.ts";
        export { EvidenceError } from "./trouble.ts";
        let checker;
        export const parseEvidence = (text) =>
          readEvidence(text, (checker ??= plainChecker(JSON.parse(${shapes}))));`;
      return { contents, loader: "js", resolveDir: ownPath("src/evidence") };
    });
  },
};

/** Tables without entries, components that draw nothing, and no style. */
function emptied(modules: readonly string[]): Plugin {
  const paths = new Set(modules.map((path) => ownPath(path)));
  return {
    name: "emptied",
    setup({ onLoad }) {
      onLoad({ filter: /\.(tsx?|css)$/ }, ({ path }) => {
        if (!paths.has(path)) return undefined;
        if (path.endsWith(".css")) return { contents: "", loader: "css" };
        const exported = /^export (const|function) (\w+)/gm;
        const names = [...readFileSync(path, "utf8").matchAll(exported)];
        const lines = names.map(([, kind, name]) =>
          kind === "const" ? `export const ${name} = {};` : `export const ${name} = () => null;`,
        );
        return { contents: lines.join("\n"), loader: "js" };
      });
    },
  };
}

/** Modules that say the same names, and what stands behind them another way. */
function exchanged(instead: Readonly<Record<string, string>>): Plugin {
  const paths = new Map(
    Object.entries(instead).map(([path, other]) => [ownPath(path), ownPath(other)]),
  );
  return {
    name: "exchanged",
    setup({ onLoad }) {
      onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const other = paths.get(path);
        if (other === undefined) return undefined;
        const contents = `export * from ${JSON.stringify(other)};`;
        return { contents, loader: "js", resolveDir: ownPath("src") };
      });
    },
  };
}
