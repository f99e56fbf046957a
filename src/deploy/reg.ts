import { say } from "../text/say.ts";
import { header5, type RegChange, writeRegFile } from "../windows/reg-file.ts";
import type { DeployFormat } from "./format.ts";
import { groupsOf, headingOf } from "./heading.ts";
import { firstNumber, named } from "./numbered.ts";
import { switchesOf } from "./settings.ts";

/** A registry file: a double click, `reg import`, or an entry of a deployment tool. */
export const reg: DeployFormat = {
  id: "reg",
  extension: ".reg",
  encoding: "utf-16le-bom",
  lineEnd: "\r\n",
  write(request) {
    const { lang, reverse } = request;
    const settings = named(request.settings);
    const groups = groupsOf({ ...request, settings }).flatMap(({ why, key, settings: own }) => [
      "",
      `; ${why}`,
      ...sectionOf(
        key,
        own.map(({ name, data }) => ({
          name: name ?? "",
          value: reverse ? null : { type: "REG_SZ", data },
        })),
      ),
    ]);
    const switches = switchesOf(settings).flatMap(({ key, name }) => [
      "",
      ...sectionOf(key, [{ name, value: reverse ? null : { type: "REG_DWORD", data: 1 } }]),
    ]);
    const marked = switches.map((line) => (line === "" ? line : `; ${line}`));
    return [
      header5,
      "",
      ...headingOf(request).map((line) => `; ${line}`),
      `; ${say(lang, "deploy.numbers", { first: firstNumber })}`,
      ...groups,
      // Other entries of a list may be somebody else's, so nothing of it is switched off unasked.
      ...(reverse ? ["", `; ${say(lang, "deploy.switch-stays")}`, ...marked] : switches),
      "",
    ];
  },
};

/** One section without the header that a whole file has. */
function sectionOf(key: string, changes: RegChange[]): string[] {
  const text = writeRegFile([{ path: `HKLM\\${key}`, remove: false, changes }]);
  return text
    .split("\r\n")
    .slice(2)
    .filter((line) => line !== "");
}
