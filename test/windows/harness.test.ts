import assert from "node:assert/strict";
import { describe } from "node:test";
import { wineIt } from "./stage/again.ts";
import { skip, winePc } from "./stage/wine-pc.ts";

describe("a Windows PC under Wine", { skip }, () => {
  wineIt("keeps registry text exactly, in both views, and knows what is absent", async (t) => {
    const pc = await winePc(t);
    const key = "HKEY_LOCAL_MACHINE\\Software\\Jochi Test";
    await pc.importReg(`[${key}]\n"이름"="보안프로그램"\n"n"=dword:00000002\n`);
    const text = await pc.exportReg(key);
    assert.equal(
      text,
      `Windows Registry Editor Version 5.00\r\n\r\n[${key}]\r\n"n"=dword:00000002\r\n"이름"="보안프로그램"\r\n\r\n`,
    );
    assert.equal(await pc.regValue(key, "n"), "0x2");
    assert.equal(await pc.exportReg(key, "32"), undefined);
    await pc.importReg(`[${key}]\n"n"=dword:00000003\n`, "32");
    assert.equal(await pc.regValue(key, "n", "32"), "0x3");
    assert.equal(await pc.regValue(key, "n", "64"), "0x2");
  });

  wineIt("is not the PC of another test", async (t) => {
    const [one, other] = [await winePc(t), await winePc(t)];
    const hosts = "C:\\Windows\\System32\\drivers\\etc\\hosts";
    one.putFile(hosts, "10.0.0.1 a.example\r\n");
    await one.importReg('[HKEY_CURRENT_USER\\Software\\Jochi Test]\n"a"="1"\n');
    assert.equal(await other.exportReg("HKCU\\Software\\Jochi Test"), undefined);
    assert.notDeepEqual(other.getFile(hosts), one.getFile(hosts));
    const shown = await one.tool("cmd", ["/c", "type", hosts]);
    assert.equal(shown.stdout, "10.0.0.1 a.example\r\n");
  });

  wineIt("kills a program that should not end by itself", async (t) => {
    const pc = await winePc(t);
    const endless = ["/c", "for", "/l", "%i", "in", "(1,0,2)", "do", "@rem"];
    const { code } = await pc.tool("cmd", endless, { killAfterMs: 300 });
    assert.equal(code, null);
  });
});
