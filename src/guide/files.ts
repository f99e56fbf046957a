/** The files of an edition folder. Not every guide has facts for more than the first two. */
export const kinds = [
  "guide",
  "endpoints",
  "sites",
  "browsers",
  "programs",
  "certificates",
  "files",
  "symptoms",
  "causes",
  "remedies",
  "estimates",
] as const;
export type Kind = (typeof kinds)[number];

export const requiredKinds: readonly Kind[] = ["guide", "endpoints"];

/** What a file that is not there stands for. */
export const emptyKinds: Record<Exclude<Kind, "guide" | "endpoints">, Record<string, never[]>> = {
  sites: { sites: [], wrong: [] },
  browsers: { browsers: [], popups: [], toolbars: [], localNetwork: [] },
  programs: { programs: [], agents: [] },
  certificates: { certificates: [] },
  files: { files: [] },
  symptoms: { symptoms: [] },
  causes: { causes: [] },
  remedies: { remedies: [] },
  estimates: { retry: [], likelihoods: [], efforts: [], dialogues: [], questions: [] },
};

/** Largest guide file that is read, bytes. */
export const maxFileBytes = 2 * 1024 * 1024;
