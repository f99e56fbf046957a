/**
 * In place of Windows' certutil.exe, which is a stub under Wine (exit code 0, no output):
 *
 *   certutil -f [-user] -addstore Root FILE
 *   certutil [-user] -delstore Root SHA1
 *
 * It writes and deletes the registry value that the root store consists of, through reg.exe. It is
 * built into an executable of its own (scripts/build/fixtures.ts); only tests that say so have it.
 */
import { spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { rootBlob, thumbprint } from "./root-blob.ts";

const certificates = "Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
const reg = `${process.env.SystemRoot}\\System32\\reg.exe`;
/** What the real one ends with for a bad argument, and for a certificate that is not there. */
const codes = { usage: 0x80070057 | 0, notFound: 0x80092004 | 0, unreadable: 0x80070002 | 0 };

process.exitCode = main(process.argv.slice(2));

function main(argv: string[]): number {
  const words = argv.map((word) => word.replace(/^\//, "-"));
  const hive = words.some((word) => word.toLowerCase() === "-user") ? "HKCU" : "HKLM";
  const [verb, store, what, ...rest] = words.filter((word) => !/^-(user|f)$/i.test(word));
  if (store?.toLowerCase() !== "root" || what === undefined || rest.length > 0) return end("usage");
  const key = `${hive}\\${certificates}`;
  if (verb?.toLowerCase() === "-addstore") return add(key, what);
  return verb?.toLowerCase() === "-delstore" ? remove(key, what) : end("usage");
}

function add(key: string, file: string): number {
  let der: Buffer;
  try {
    der = new X509Certificate(readFileSync(file)).raw;
  } catch {
    return end("unreadable");
  }
  const path = `${key}\\${thumbprint(der)}`;
  const data = rootBlob(der).toString("hex").toUpperCase();
  return done(["add", path, "/v", "Blob", "/t", "REG_BINARY", "/d", data, "/f"]);
}

function remove(key: string, sha1: string): number {
  const path = `${key}\\${sha1.replaceAll(/[\s:]/g, "").toUpperCase()}`;
  if (spawnSync(reg, ["query", path], { stdio: "ignore" }).status !== 0) return end("notFound");
  return done(["delete", path, "/f"]);
}

function done(args: string[]): number {
  const { status } = spawnSync(reg, args, { stdio: "ignore" });
  if (status !== 0) return end("usage");
  writeSync(1, "CertUtil: command completed successfully.\r\n");
  return 0;
}

function end(why: keyof typeof codes): number {
  writeSync(1, `CertUtil: command FAILED: 0x${(codes[why] >>> 0).toString(16)}\r\n`);
  return codes[why];
}
