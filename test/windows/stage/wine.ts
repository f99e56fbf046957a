import { existsSync, readFileSync } from "node:fs";
import { ownPath } from "../../../src/own/files.ts";

/** Where scripts/wine/prepare.sh leaves what tests need. */
const cache = ownPath(".cache/wine");

/** The program under test, as `npm run build` makes it. */
export const exe = ownPath("dist/jochi-win-x64.exe");
export const templateFolder = `${cache}/template`;
/** Executables in place of Wine's stubs (scripts/build/fixtures.ts). */
export const fixturesFolder = `${cache}/fixtures`;
/** On the same file system as the template, whose libraries are linked. */
export const pcsFolder = `${cache}/pcs`;

const [wine = "", server = ""] = textOf(`${cache}/programs`).split("\n");
export const programs = { wine, server };

/** For `{ skip }`: false, or the one line that says what is missing. */
export const skip: string | false = missing();

function missing(): string | false {
  if (!existsSync(`${templateFolder}/made`)) return "no Wine (bash scripts/wine/prepare.sh)";
  return existsSync(exe) ? false : "no dist/jochi-win-x64.exe (npm run build)";
}

function textOf(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}

/**
 * The environment of everything that runs on one PC: a Korean Windows without a screen. Windows'
 * own variables are made by Wine; of the others a program sees only these. Nothing leaves loopback.
 */
export function environment(prefix: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: `${cache}/home`,
    WINEPREFIX: prefix,
    WINEDEBUG: "-all",
    WINEDLLOVERRIDES: "mscoree,mshtml=;winemenubuilder.exe=d",
    LOCPATH: `${cache}/locale`,
    LC_ALL: "ko_KR.UTF-8",
    JOCHI_NETWORK: "none",
  };
}
