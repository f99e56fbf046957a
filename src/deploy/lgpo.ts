import { say } from "../text/say.ts";
import type { DeployFormat } from "./format.ts";
import { groupsOf, headingOf } from "./heading.ts";
import { firstNumber, named } from "./numbered.ts";
import { switchesOf } from "./settings.ts";

/**
 * The text form of Microsoft's LGPO.exe: four lines an entry (configuration, key, value, action),
 * entries parted by an empty line, comments behind a semicolon.
 */
export const lgpo: DeployFormat = {
  id: "gpo",
  extension: ".txt",
  encoding: "utf-16le-bom",
  lineEnd: "\r\n",
  write(request) {
    const { lang, reverse } = request;
    const entry = (key: string, name: string, action: string, mark = "") => [
      "",
      ...["Computer", key, name, action].map((line) => `${mark}${line}`),
    ];
    const settings = named(request.settings);
    const entries = groupsOf({ ...request, settings }).flatMap((group) => [
      "",
      `; ${group.why}`,
      ...group.settings.flatMap(({ key, name, data }) =>
        entry(key, name ?? "", reverse ? "DELETE" : `SZ:${data}`),
      ),
    ]);
    const switches = switchesOf(settings);
    return [
      ...headingOf(request).map((line) => `; ${line}`),
      `; ${say(lang, "deploy.lgpo")}`,
      `; ${say(lang, "deploy.numbers", { first: firstNumber })}`,
      ...entries,
      ...(reverse && switches.length > 0 ? ["", `; ${say(lang, "deploy.switch-stays")}`] : []),
      ...switches.flatMap(({ key, name }) =>
        reverse ? entry(key, name, "DELETE", "; ") : entry(key, name, "DWORD:1"),
      ),
    ];
  },
};
