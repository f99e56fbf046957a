/**
 * With this first argument the packed program is the process that asks the system for names: a
 * single executable cannot run a script from its command line.
 */
export const lookupHelperWord = "--answer-lookups";
