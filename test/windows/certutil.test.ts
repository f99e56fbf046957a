import assert from "node:assert/strict";
import { X509Certificate } from "node:crypto";
import { describe } from "node:test";
import { rootCertificates } from "node:tls";
import { wineIt } from "./stage/again.ts";
import { thumbprint } from "./stage/root-blob.ts";
import { skip, winePc } from "./stage/wine-pc.ts";

const der = new X509Certificate(rootCertificates[0]!).raw;
const store = "HKCU\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates";

describe("the certutil that tests give to a PC", { skip }, () => {
  wineIt("adds and deletes a root as Wine itself keeps one", async (t) => {
    const pc = await winePc(t);
    await pc.useCertutil();
    pc.putFile("C:\\root.der", der);
    const name = await pc.addRoot(der, "user");
    const byHand = await pc.exportReg(`${store}\\${name}`);
    const certutil = (...args: string[]) => pc.tool("certutil", ["-user", ...args]);
    assert.equal((await certutil("-delstore", "Root", name.toLowerCase())).code, 0);
    assert.equal(await pc.exportReg(`${store}\\${name}`), undefined);
    assert.notEqual((await certutil("-delstore", "Root", name)).code, 0);
    assert.equal((await certutil("-f", "-addstore", "Root", "C:\\root.der")).code, 0);
    assert.equal(await pc.exportReg(`${store}\\${thumbprint(der)}`), byHand);
    assert.notEqual((await certutil("-f", "-addstore", "Root", "C:\\none.der")).code, 0);
  });

  wineIt("is no part of any other PC: Wine's own says nothing and does nothing", async (t) => {
    const pc = await winePc(t);
    pc.putFile("C:\\root.der", der);
    const { code, stdout } = await pc.tool("certutil", [
      "-user",
      "-addstore",
      "Root",
      "C:\\root.der",
    ]);
    assert.deepEqual([code, stdout], [0, ""]);
    assert.equal(await pc.exportReg(`${store}\\${thumbprint(der)}`), undefined);
  });
});
