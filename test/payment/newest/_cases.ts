import type { Case } from "../_case.ts";
import { fromWindow } from "./_from-window.ts";
import { untilWindow } from "./_until-window.ts";

/** The cases of the newest edition, one after the other as a payment goes. */
export const newestCases: Case[] = [...untilWindow, ...fromWindow];
