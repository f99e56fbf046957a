import type { DeployFormat } from "./format.ts";
import { policyOf, type Setting } from "./settings.ts";

/**
 * A browser's policies as JSON, as its management consoles and its policy folders take them. The
 * other direction names the same policies with empty lists.
 */
export const edge = policyJson("edge");
export const chrome = policyJson("chrome");

function policyJson(reader: Setting["reader"]): DeployFormat {
  return {
    id: reader,
    extension: ".json",
    encoding: "utf-8",
    lineEnd: "\n",
    write({ settings, reverse }) {
      const own = settings.filter((setting) => setting.reader === reader);
      const policies = [...Map.groupBy(own, policyOf)].map(([policy, list]) => [
        policy,
        reverse ? [] : list.map(({ data }) => data),
      ]);
      return JSON.stringify(Object.fromEntries(policies), null, 2).split("\n");
    },
  };
}
