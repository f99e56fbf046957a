/**
 * Jochi's own folders on a PC. What is done with an administrator's rights is kept where only
 * administrators may write: any user may make folders and files in `%ProgramData%`, and so say
 * there what somebody with more rights is to do.
 */
export const userFolder = "%LocalAppData%\\Jochi";
export const machineFolder = "%ProgramFiles%\\Jochi";

const copies = `${machineFolder}\\checked`;
const copy = /^%programfiles%\\jochi\\checked\\[0-9a-f]{16}\\[^\\/:*?"<>|]+$/;

/** Where a file is copied to, to be checked and used where nobody else can exchange it. */
export function copyOf(path: string, sha256: string): string {
  return `${copies}\\${sha256.slice(0, 16)}\\${path.split(/[\\/]/).at(-1)}`;
}

export function isCopy(path: string): boolean {
  return copy.test(path.toLowerCase()) && !path.includes("..");
}

/** Where files of a bundle are unpacked while they are being installed. */
export function unpackedFolder(elevated: boolean): string {
  return `${elevated ? machineFolder : userFolder}\\unpacked`;
}
