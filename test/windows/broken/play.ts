import assert from "node:assert/strict";
import type { BrokenPc, Found } from "./case.ts";

/** A PC that is played somehow, and the program on it. */
export interface PlayedPc {
  jochi(args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }>;
  /** A path of this machine, as the program on that PC is to be given it. */
  path(path: string): string;
  /** A file that the program writes, and that the registry then takes in. */
  newFile(name: string): string;
  /** Gives its text. */
  importFile(path: string): Promise<string>;
  /** Looking at all of it takes seconds. */
  slow?: true;
  /** Registry and files but for Jochi's own records, key by key and file by file. */
  snapshot(): Promise<string[]>;
  /** The network and the agents from now on. */
  faults(faults: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Report {
  findings: { cause: string; subjects: string[]; owner: string }[];
  checks: { id: string; verdict: string; because: string[] }[];
}

interface Treatment {
  remedies: {
    remedy: string;
    outcome: string;
    failure?: string;
    changes: unknown[];
    refused: { code: string; words: string }[];
    checks: { id: string; before: string; verdict: string }[];
  }[];
}

/** Diagnosis, preview, treatment, diagnosis again, and the way back, each as the row says. */
export async function play(pc: PlayedPc, broken: BrokenPc, guide: string): Promise<void> {
  const of = ["--guide", pc.path(guide)];
  const { treats, finds, open = [] } = broken;
  const start = await pc.snapshot();
  assert.deepEqual(await found(pc, of, open), [...finds].sort());
  if (treats) {
    const { remedy, refused = [], leaves = [], afterwards } = treats;
    const words = ["treat", remedy, ...of, "--json", "--files", "C:\\jochi-files"];
    const dry = await treatment(pc, [...words, "--dry-run"]);
    if (!pc.slow)
      assert.deepEqual(changed(start, await pc.snapshot()), [], "a dry run changes nothing");
    const real = await treatment(pc, [...words, "--yes"]);
    assert.deepEqual(real.changes, dry.changes, JSON.stringify(real));
    const codes = ({ refused }: typeof dry) => [...new Set(refused.map(({ code }) => code))].sort();
    assert.deepEqual([codes(dry), codes(real)], [refused, refused]);
    if (treats.says) assert.match(dry.refused.map(({ words }) => words).join("\n"), treats.says);
    if (dry.changes.length === 0) {
      assert.equal(real.outcome, refused.length > 0 ? "refused" : "nothing");
      assert.deepEqual(changed(start, await pc.snapshot()), []);
      return;
    }
    assert.equal(real.outcome, "done", JSON.stringify(real));
    if (afterwards) await pc.faults(afterwards);
    assert.deepEqual(await found(pc, of, open), [...leaves].sort(), "after the treatment");
    const undone = await pc.jochi(["undo", "--all", "--yes"]);
    assert.equal(undone.code, treats.lasting ? 1 : 0, undone.stdout + undone.stderr);
    if (treats.lasting) return;
  }
  assert.deepEqual(changed(start, await pc.snapshot()), [], "as it was before");
}

/** What is found, and nothing that could not be told. */
export async function found(
  pc: PlayedPc,
  of: string[],
  expectedOpen: string[] = [],
): Promise<Found[]> {
  const { code, stdout, stderr } = await pc.jochi(["diagnose", "--json", ...of]);
  assert.ok(stdout.startsWith("{"), `${code} ${stdout} ${stderr}`);
  const { findings, checks } = JSON.parse(stdout) as Report;
  const open = checks.filter(({ verdict }) => verdict === "unknown");
  const others = open.filter(({ id }) => !expectedOpen.includes(id));
  assert.deepEqual(others, [], "nothing that could not be told");
  assert.equal(code, findings.length > 0 ? 1 : 0);
  return findings
    .map(({ cause, subjects, owner }): Found => [cause, hostsOf(subjects).join(" "), owner])
    .sort();
}

async function treatment(pc: PlayedPc, words: string[]) {
  const { code, stdout, stderr } = await pc.jochi(words);
  assert.ok(stdout.startsWith("{"), `${code} ${stdout} ${stderr}`);
  const [first] = (JSON.parse(stdout) as Treatment).remedies;
  assert.ok(first, stderr);
  return first;
}

/** What only one of them has. */
export function changed(before: string[], after: string[], most = 20): string[] {
  const only = (these: string[], those: string[], mark: string) => {
    const known = new Set(those);
    return these.filter((line) => !known.has(line)).map((line) => mark + line);
  };
  const told = [...only(before, after, "-"), ...only(after, before, "+")];
  if (told.length > 0) return told.slice(0, most);
  return before.join("\n") === after.join("\n") ? [] : ["in another order"];
}

/** Of rows (`host|address:port`) the host, each once. */
function hostsOf(subjects: string[]): string[] {
  return [...new Set(subjects.map((subject) => subject.replace(/\|.*$/, "")))];
}
