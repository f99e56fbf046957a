/** Why parts of a bundle cannot be made or joined; `src/text/bundle-media.ts` has the sentences. */
export const mediaCodes = [
  "media.empty",
  "media.too-large",
  "media.too-many-parts",
  "media.part-too-small",
  "media.no-parts",
  "media.several-sets",
  "media.no-such-set",
  "media.changed-while-reading",
  "media.exists",
  /** The parts would have it called what some system starts or loads by itself. */
  "media.other-name",
  "media.not-plain",
  "media.whole-differs",
] as const;

export type MediaCode = (typeof mediaCodes)[number];
