import { X509Certificate } from "node:crypto";
import { loopbackStage } from "../../../src/machine/linux/stage/stage.ts";
import { machineContract } from "../../../src/machine/machine.contract.ts";
import { windowsMachine } from "../../../src/machine/windows.ts";
import { rootBlob, thumbprint } from "./root-blob.ts";

/** Runs on Windows, under its Node: what every machine does alike, for the machine of a Windows PC. */
machineContract("windows", (setup) =>
  loopbackStage(setup, async ({ publicCaPem, pcCaPem }) => {
    const machine = windowsMachine({
      publicCaPems: [publicCaPem],
      env: { ...process.env, JOCHI_NETWORK: "none" },
    });
    const der = new X509Certificate(pcCaPem).raw;
    const store = "HKCU\\Software\\Microsoft\\SystemCertificates\\Root\\Certificates";
    const data = rootBlob(der).toString("hex");
    const values = [{ name: "Blob", value: { type: "hex" as const, id: 3, data } }];
    const done = await machine.system.writeKey({ path: `${store}\\${thumbprint(der)}`, values });
    if (!done.ok) throw new Error(`the PC's root was not entered: ${done.code}`);
    return machine;
  }),
);
