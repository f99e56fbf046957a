/** The four that the specification names (TUF 1.0, section 2.1). */
export const topRoles = ["root", "targets", "snapshot", "timestamp"] as const;
/** Who answers for which part of a bundle. */
export const partRoles = ["guides", "program", "installers", "certificates"] as const;
export const roleNames = [...topRoles, ...partRoles] as const;

export type TopRole = (typeof topRoles)[number];
export type PartRole = (typeof partRoles)[number];
export type RoleName = (typeof roleNames)[number];
/** The roles whose files list what a bundle holds. */
export type ListingRole = "targets" | PartRole;
export const listingRoles = ["targets", ...partRoles] as const;

/**
 * How many people must sign, unless a root says otherwise. What can do harm alone needs two, and a guide
 * can: its remedies write to the hosts file and remove programs, and its page is opened in a browser.
 */
export const usualThresholds: Readonly<Record<RoleName, number>> = {
  root: 2,
  targets: 2,
  snapshot: 1,
  timestamp: 1,
  guides: 2,
  program: 2,
  installers: 2,
  certificates: 2,
};

/** Days until what a role has signed must be signed anew. */
export const usualDays: Readonly<Record<RoleName, number>> = {
  root: 730,
  targets: 365,
  snapshot: 90,
  timestamp: 90,
  guides: 365,
  program: 365,
  installers: 365,
  certificates: 365,
};

/** Which names each may list. No two overlap, so nobody can answer for another's part. */
export const partPaths: Readonly<Record<PartRole, readonly string[]>> = {
  guides: ["guides/*/*/*", "pages/*"],
  program: ["program/*"],
  installers: ["installers/*"],
  certificates: ["certificates/*"],
};

export const planName = "plan.json";

/** The role that may list a name; undefined where none may. */
export function roleOf(name: string): ListingRole | undefined {
  if (name === planName) return "targets";
  const parts = name.split("/");
  const fits = (pattern: string) => {
    const [folder, ...rest] = pattern.split("/");
    return folder === parts[0] && rest.length === parts.length - 1;
  };
  return partRoles.find((role) => partPaths[role].some(fits));
}

/** Where the metadata of a role stands in a bundle. */
export const metadataName = (role: Exclude<RoleName, "root">) => `metadata/${role}.json`;
export const rootName = (version: number) => `metadata/${version}.root.json`;
export const rootPattern = /^metadata\/([1-9][0-9]{0,5})\.root\.json$/;

/** Bytes; far above what any of them needs. */
export const metadataBytesMax = 4 * 1024 * 1024;
export const rootBytesMax = 256 * 1024;
/** More keys would only be noise to those who compare them. */
export const keysMost = 32;
