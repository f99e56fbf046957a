import type { Probe } from "./probe.ts";

/** Entries of the hosts file for the names asked about; all others are nobody's business. */
export const hostsFile: Probe<"hosts-file"> = {
  id: "hosts-file",
  async gather({ machine }, { names }) {
    const file = await machine.hostsFile();
    if (file.state !== "found") return file;
    const wanted = new Set(names.map((name) => name.toLowerCase()));
    return {
      state: "found",
      value: file.value.filter(({ name }) => wanted.has(name.toLowerCase())),
    };
  },
};
