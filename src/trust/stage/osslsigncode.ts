import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Made } from "./authority.ts";

const program = "osslsigncode";
const help = spawnSync(program, ["sign", "--help"], { encoding: "utf8" });

/** For `{ skip }`: false, or the one line that says what is missing. */
export const skip = help.error ? `${program} is not installed` : false;

/** Older releases cannot make timestamps without a server. */
export const skipTimes =
  skip || (`${help.stdout}${help.stderr}`.includes("-TSA-certs") ? false : `${program} is too old`);

// The certificates of the tests name no place that revocation could be asked at, so that it stays
// on this machine.

/** A folder for one test's files; everything in it is gone afterwards. */
export interface Bench {
  sign(file: Buffer, signer: Made, along: Made[], more?: string[]): Buffer;
  /** Whether it says that the file is signed as it should be. */
  accepts(file: Buffer, root: Made, more?: string[]): boolean;
  path(name: string, bytes: Uint8Array | string): string;
  close(): void;
}

export function openBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), "signing-"));
  let files = 0;
  const path = (name: string, bytes: Uint8Array | string) => {
    files += 1;
    const file = join(folder, `${files}-${name}`);
    writeFileSync(file, bytes);
    return file;
  };
  const run = (args: string[]) => spawnSync(program, args, { encoding: "utf8", timeout: 30_000 });
  return {
    path,
    sign(file, signer, along, more = []) {
      const certificates = path("chain.pem", [signer, ...along].map(pem).join(""));
      const key = path("key.pem", keyPem(signer));
      const [from, to] = [path("in.exe", file), path("out.exe", "")];
      rmSync(to);
      const given = ["-certs", certificates, "-key", key, "-in", from, "-out", to, ...more];
      const { status, stdout, stderr } = run(["sign", ...given]);
      if (status !== 0) throw new Error(`${stdout}${stderr}`);
      return readFileSync(to);
    },
    accepts(file, root, more = []) {
      const given = ["-in", path("check.exe", file), "-CAfile", path("root.pem", pem(root))];
      return run(["verify", ...given, ...more]).status === 0;
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

export const pem = ({ certificate }: Made): string => {
  const lines = Buffer.from(certificate.der).toString("base64").replace(/.{64}/g, "$&\n");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
};

export const keyPem = ({ key }: Made): string =>
  key.export({ type: "pkcs8", format: "pem" }).toString();
