import { kebab } from "../kebab.ts";
import type { Listed } from "./records.ts";

export function titleOf({ serviceArea, serviceAreaDisplayName }: Listed): string {
  return serviceAreaDisplayName ?? serviceArea;
}

/** The group of a record: its service and how much its connections mind a detour. */
export function groupOf({ serviceArea, category }: Listed): string {
  return `${kebab(serviceArea)}-${category.toLowerCase()}`;
}

/** What each category asks of a network (learn.microsoft.com, "Microsoft 365 endpoint categories"). */
export const categoryWords = {
  Optimize: { ko: "Optimize (곧장 나가야 함)", en: "Optimize (must go out directly)" },
  Allow: { ko: "Allow (열어야 함)", en: "Allow (must be open)" },
  Default: { ko: "Default (보통 웹처럼)", en: "Default (like the rest of the web)" },
} as const;
