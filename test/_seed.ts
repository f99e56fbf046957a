import fc from "fast-check";

/**
 * Every property draws the same cases in every run, so that a commit passes or fails for what it
 * is. Another number in JOCHI_SEED draws others.
 */
fc.configureGlobal({ seed: Number(process.env.JOCHI_SEED ?? 2018) });
