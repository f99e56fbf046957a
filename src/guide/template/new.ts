import { kinds } from "../files.ts";
import { fromTemplate } from "./template.ts";

/** Every file of a new guide, with what its author has to write marked by placeholders. */
export function newGuideFiles(given: { id: string; edition: string; day: string }) {
  const service = { ko: "이 서비스", en: "this service" };
  return kinds.map((kind) => ({
    name: `${kind}.yaml`,
    text: fromTemplate(kind, { ...given, service }),
  }));
}
