import { zipSync } from "fflate";

/** The same for every build, so that the same content makes the same bytes. */
const time = new Date(2000, 0, 1);

/**
 * Starts what lies beside it, from whatever folder it is called, and nothing that the user's
 * NODE_OPTIONS names.
 */
const runCmd =
  '@echo off\r\nsetlocal\r\nset NODE_OPTIONS=\r\n"%~dp0node.exe" "%~dp0jochi.cjs" %*\r\nexit /b %errorlevel%\r\n';

/** For sites that let only signed programs run: node.exe as it was signed, and one script. */
export function zipOf(node: Buffer, script: string, licences: string): Uint8Array {
  const text = (words: string) => new TextEncoder().encode(words);
  const files = {
    "jochi/node.exe": new Uint8Array(node),
    "jochi/jochi.cjs": text(script),
    "jochi/run.cmd": text(runCmd),
    "jochi/LICENSES.txt": text(licences),
  };
  return zipSync(files, { mtime: time, level: 6 });
}
