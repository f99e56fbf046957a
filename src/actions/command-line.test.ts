import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { memorySystem } from "../machine/memory/system.ts";
import { emptySystem } from "../machine/memory/system-world.ts";
import { parseCommand, splitArguments } from "./command-line.ts";

const there = [
  "C:\\Program Files\\A B\\un.exe",
  "C:\\Program Files\\A B\\un.exe tool.exe",
  "C:\\Windows\\System32\\cmd.exe",
  "C:\\Windows\\System32\\forfiles.exe",
  "C:\\Program Files (x86)\\IPinside_LWS\\I3GSvcManager.exe",
];
const system = memorySystem({
  world: emptySystem({ files: there.map((path) => ({ path, base64: "TVo=" })) }),
});

const command = (program: string, ...args: string[]) => ({
  is: "command",
  command: { program, args },
});
const msiexec = "%SystemRoot%\\System32\\msiexec.exe";
const product = "{01234567-89AB-CDEF-0123-456789ABCDEF}";

const cases: [string, object][] = [
  ['"C:\\Program Files\\A B\\un.exe" /S', command("C:\\Program Files\\A B\\un.exe", "/S")],
  ["C:\\Program Files\\A B\\un.exe /S", command("C:\\Program Files\\A B\\un.exe", "/S")],
  ["C:\\Program Files\\A B\\un.exe", command("C:\\Program Files\\A B\\un.exe")],
  [
    "%ProgramFiles(x86)%\\IPinside_LWS\\I3GSvcManager.exe /uninstall",
    command("%ProgramFiles(x86)%\\IPinside_LWS\\I3GSvcManager.exe", "/uninstall"),
  ],
  [`MsiExec.exe /I${product}`, command(msiexec, "/x", product)],
  [`"C:\\Windows\\System32\\msiexec.exe" /X ${product}`, command(msiexec, "/x", product)],
  ['"C:\\gone\\un.exe"', { is: "missing", program: "C:\\gone\\un.exe" }],
  ["C:\\Windows\\System32\\cmd.exe /c del x", { is: "unclear" }],
  ['"C:\\Windows\\System32\\rundll32.exe" a.dll,Uninstall', { is: "unclear" }],
  ["C:/Windows/System32/cmd.exe /c del x", { is: "unclear" }],
  ['"C:\\Windows\\System32\\forfiles.exe" /c evil.exe', { is: "unclear" }],
  ['"C:\\Program Files\\..\\Windows\\a.exe"', { is: "unclear" }],
  ['"C:\\Program Files\\A B\\note.txt:un.exe"', { is: "unclear" }],
  ['"%Anything%\\un.exe"', { is: "unclear" }],
  ["C:/Program Files/A B/un.exe /S", command("C:/Program Files/A B/un.exe", "/S")],
  ["un.exe /S", { is: "unclear" }],
  ["\\\\server\\share\\un.exe", { is: "unclear" }],
  ["C:\\Program Files\\A B\\un.bat", { is: "unclear" }],
  ['"C:\\Program Files\\A B\\un.exe', { is: "unclear" }],
  ["", { is: "unclear" }],
  [`C:\\${"x".repeat(5_000)}.exe`, { is: "unclear" }],
];

for (const [line, wanted] of cases) {
  test(`an uninstall command: ${line.slice(0, 60)}`, async () =>
    assert.deepEqual(await parseCommand(system, line), wanted));
}

/** As programs quote for CommandLineToArgvW. */
function quote(arg: string): string {
  if (arg !== "" && !/[\s"]/.test(arg)) return arg;
  return `"${arg.replace(/(\\*)"/g, '$1$1\\"').replace(/(\\+)$/, "$1$1")}"`;
}

test("arguments are split as they were joined", () => {
  const arg = fc.string({ unit: fc.constantFrom("a", " ", '"', "\\", "가", "/"), maxLength: 8 });
  fc.assert(
    fc.property(fc.array(arg, { maxLength: 5 }), (args) =>
      assert.deepEqual(splitArguments(args.map(quote).join(" ")), args),
    ),
  );
});
