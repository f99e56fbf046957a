import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { program, read, root, sources, tracked } from "./_source.ts";

const maxLines = 300;

// Put together from pieces, so that this file does not find itself.
const foreign: [what: string, pattern: RegExp][] = [
  [
    "a path of somebody's machine",
    new RegExp(["(^|[\\s\"'`(=])/wo", "rk/|/ho", "me/[a-z]|\\.lib", "rary/"].join("")),
  ],
  [
    "a word from outside the project",
    new RegExp(["sub-?ag", "ent|\\bAI ag", "ent|language mod", "el\\b"].join(""), "i"),
  ],
  [
    "a package registry's address",
    new RegExp(["https?://(regis", "try|np", 'm)\\.|"reso', 'lved":'].join("")),
  ],
  [
    "a private key",
    new RegExp(["-----BEGIN [A-Z ]*PRIVATE", " KEY-----(\\n|s)*[A-Za-z0-9+/]{40}"].join("")),
  ],
];

const binary = /\.(png|jpg|ico|woff2?|pdf|hwpx?|gz|zip|exe|wasm)$/;

describe("files", () => {
  it(`are at most ${maxLines} lines long`, () => {
    const tooLong = [...program(), ...sources("test"), ...sources("scripts"), ...sources("bench")]
      .map((file) => [file, read(file).split("\n").length - 1] as const)
      .filter(([, lines]) => lines > maxLines);
    assert.deepEqual(tooLong, [], "split them");
  });

  it("speak of nothing but the project", () => {
    const found = tracked()
      .filter((file) => !binary.test(file))
      .flatMap((file) => {
        const lines = read(file).split("\n");
        return foreign.flatMap(([what, pattern]) =>
          lines.flatMap((line, at) => (pattern.test(line) ? [`${file}:${at + 1}: ${what}`] : [])),
        );
      });
    assert.deepEqual(found, []);
  });

  it("notice what is foreign", () => {
    const samples = ["cd /wo" + "rk/main", "a sub" + "agent", "https://regis" + "try.example/x"];
    for (const sample of samples) {
      assert.ok(
        foreign.some(([, pattern]) => pattern.test(sample)),
        sample,
      );
    }
    const homely = "docs/wo" + "rk/list and a TLS ses" + "sion";
    assert.ok(!foreign.some(([, pattern]) => pattern.test(homely)));
  });

  it("include the licence the package names", () => {
    const { license } = JSON.parse(read("package.json")) as { license: string };
    assert.equal(license, "Apache-2.0");
    assert.match(read("LICENSE"), /Apache License\s+Version 2\.0/);
  });

  it("pin every dependency to one version, the one of the lock file", () => {
    const own = JSON.parse(read("package.json")) as Record<string, Record<string, string>>;
    const { packages } = JSON.parse(read("package-lock.json")) as {
      packages: Record<string, { version?: string; integrity?: string }>;
    };
    for (const [name, version] of Object.entries({
      ...own.dependencies,
      ...own.devDependencies,
    })) {
      assert.match(version, /^\d+\.\d+\.\d+$/, name);
      assert.equal(
        packages[`node_modules/${name}`]?.version,
        version,
        `${name} in package-lock.json`,
      );
    }
    for (const [folder, { integrity }] of Object.entries(packages)) {
      assert.ok(folder === "" || integrity, `${folder} has no hash`);
    }
  });

  it("lie in the repository they belong to", () => {
    assert.ok(tracked().includes("package.json"), root);
  });
});
