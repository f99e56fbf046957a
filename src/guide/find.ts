import { statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { foldersIn, isThere, ownPath } from "../own/files.ts";
import { editionPattern, newestFirst } from "./edition.ts";
import { GuideError } from "./error.ts";

/** The guides that come with Jochi. */
export const guidesRoot = ownPath("guides");

/** One edition of a guide and the folder that holds it. */
export interface GuideFolder {
  id: string;
  edition: string;
  folder: string;
}

/** All editions under a root, guides by name, each guide's newest edition first. */
export function listGuides(root: string = guidesRoot): GuideFolder[] {
  return foldersIn(root)
    .sort()
    .flatMap((id) => editionsIn(join(root, id), id));
}

/**
 * The edition folder that a name (`id`, `id@edition`) or a path means. A path may lead to an
 * edition or to the guide that holds editions. Throws GuideError where there is none.
 */
export function findGuide(nameOrPath: string, root: string = guidesRoot): GuideFolder {
  if (/[\\/]|^\.{1,2}$/.test(nameOrPath)) return findByPath(nameOrPath);
  const [id = "", edition, ...rest] = nameOrPath.split("@");
  const editions = /^[a-z0-9-]+$/.test(id) ? editionsIn(join(root, id), id) : [];
  const meant = edition ? editions.find((each) => each.edition === edition) : editions[0];
  if (meant && edition !== "" && rest.length === 0) return meant;
  if (isFolderOfGuide(nameOrPath)) return findByPath(nameOrPath);
  throw unknownGuide(nameOrPath, root);
}

/** Whether a word without a slash is a folder in the working directory that holds a guide. */
function isFolderOfGuide(name: string): boolean {
  if (name === "") return false;
  return isThere(join(name, "guide.yaml")) || editionsIn(resolve(name), name).length > 0;
}

/** Paths below the working directory are shown from there; others in full. */
export function shownPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere === "" || fromHere.startsWith("..") || isAbsolute(fromHere) ? path : fromHere;
}

function findByPath(path: string): GuideFolder {
  const folder = resolve(path);
  if (isThere(join(folder, "guide.yaml"))) {
    return { id: basename(dirname(folder)), edition: basename(folder), folder };
  }
  const newest = editionsIn(folder, basename(folder))[0];
  if (newest) return newest;
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  throw new GuideError(
    { file: shownPath(folder) },
    isFolder
      ? { ko: "guide.yaml이 없는 폴더", en: "a folder without guide.yaml" }
      : { ko: "없는 폴더", en: "no such folder" },
    { ko: "안내서 폴더", en: "a guide's folder" },
  );
}

function unknownGuide(name: string, root: string): GuideError {
  const known = listGuides(root).map(({ id, edition }) => `${id}@${edition}`);
  return new GuideError(
    { file: JSON.stringify(name) },
    { ko: "모르는 안내서", en: "an unknown guide" },
    known.length === 0
      ? { ko: `${root} 아래의 안내서`, en: `a guide under ${root}` }
      : { ko: `다음 중 하나: ${known.join(", ")}`, en: `one of: ${known.join(", ")}` },
  );
}

function editionsIn(folder: string, id: string): GuideFolder[] {
  return foldersIn(folder)
    .filter((name) => editionPattern.test(name))
    .filter((name) => isThere(join(folder, name, "guide.yaml")))
    .sort(newestFirst)
    .map((edition) => ({ id, edition, folder: join(folder, edition) }));
}
