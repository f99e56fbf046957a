import { tableOf } from "../text/columns.ts";
import { file } from "./file.ts";

/** In place of `src/text/sentences.ts`: the sentences that this file can need. */
export const sentences = tableOf(file.words);
