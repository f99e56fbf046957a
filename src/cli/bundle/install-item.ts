import type { Refused } from "../../actions/action.ts";
import type { Check } from "../../bundle/pins/check.ts";
import type { MissingWhy } from "../../bundle/plan.ts";
import type { Artefact } from "../../bundle/verify.ts";
import type { Owner } from "../../evidence/verdict.ts";
import type { Text } from "../../guide/schema/common.ts";

/** One program or certificate that the guides of a bundle name, and what becomes of it. */
export type Item = {
  guide: string;
  kind: "installer" | "certificate";
  id: string;
  title: Text;
  /** What serves today in its place, as the guide has it. */
  replacement?: Text;
} & (
  | { is: "install" | "there" | "not-asked"; file: Artefact }
  /** The action leaves its hands off. */
  | { is: "left"; file: Artefact; refused: readonly Refused[]; owner: Owner }
  /** It is not what it is said to be, or may not be used any more. */
  | { is: "refused"; file: Artefact; check: Check; owner: Owner }
  | { is: "missing"; why: MissingWhy }
);
