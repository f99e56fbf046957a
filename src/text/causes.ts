import type { localCauses, Verdict } from "../evidence/verdict.ts";
import { type CauseEntry, causeFields } from "./cause-words.ts";
import { connectionCauses } from "./causes-connection.ts";
import { nameCauses } from "./causes-name.ts";
import { pcCauses } from "./causes-pc.ts";
import { serviceCauses } from "./causes-service.ts";
import { variants } from "./variants.ts";
import { managedVariants } from "./variants-managed.ts";
import type { Table } from "./words.ts";

/** Words for the whole closed list; the type holds that none is missing. */
export const causes: Record<Verdict | (typeof localCauses)[number], CauseEntry> = {
  ...nameCauses,
  ...connectionCauses,
  ...serviceCauses,
  ...pcCauses,
};

/** The same by key: `verdict.tcp.drop.title`. */
export const causeTable: Table = Object.fromEntries(
  Object.entries({ ...causes, ...variants, ...managedVariants }).flatMap(([id, { ko, en }]) =>
    causeFields.map((field) => [`verdict.${id}.${field}`, { ko: ko[field], en: en[field] }]),
  ),
);
