import { isElevated } from "../../actions/action.ts";
import { unpackedFolder } from "../../actions/own-folder.ts";
import { BundleFault } from "../../bundle/fault.ts";
import { guideName } from "../../bundle/pins/guide.ts";
import type { Guide } from "../../guide/guide.ts";
import type { Machine } from "../../machine/machine.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { anchorOf } from "./anchor.ts";
import { asIfUnpacked, bundleFiles, clearUnpacked } from "./bundle-files.ts";
import { installText } from "./install-text.ts";
import { pathIn } from "./media.ts";
import { type Acceptance, acceptance, withVerifiedHere } from "./verified-here.ts";

/** A verified bundle in the place of a checkout's guide and a folder with files. */
export interface FromBundle {
  guide: Guide;
  /** The PC as it will be with the files unpacked. */
  machine: Machine;
  /** Where they will be. */
  files: string;
  ready: Acceptance["ready"];
}

/** `jochi treat --bundle`: the guide's remedies with the files of a bundle. */
export function treatFrom(
  machine: Machine,
  given: { file: string; fingerprint: string | undefined; guide: string; dryRun: boolean },
  io: Io,
  work: (from: FromBundle) => Promise<number>,
): Promise<number> {
  const { fingerprint } = given;
  const bundle = { file: pathIn(io, given.file), anchor: anchorOf({ fingerprint }, io) };
  return withVerifiedHere(machine, bundle, io, async (container, verified) => {
    const named = (guide: Guide) => guide.id === given.guide || guideName(guide) === given.guide;
    const guide = verified.guides.find(named);
    if (!guide) {
      const known = verified.guides.map(guideName).join(", ");
      throw new Refusal(installText[io.lang].unknownId(given.guide, known || "-"));
    }
    const folder = unpackedFolder(await isElevated({ machine }));
    const usable = verified.artefacts.filter(({ checks }) => checks.every(({ is }) => is !== "no"));
    // A remedy has one folder for all of its files.
    const place = (name: string) => `${folder}\\files\\${name.slice(name.lastIndexOf("/") + 1)}`;
    const own = usable.filter(({ kind }) => kind === "installer" || kind === "certificate");
    const files = bundleFiles(container, own, place);
    if (files.byPath.size < own.length) throw new BundleFault("create.name-clash");
    const { ready } = acceptance(machine, verified, files);
    if (!given.dryRun) await clearUnpacked(machine.system, folder);
    try {
      const seen = asIfUnpacked(machine, files);
      return await work({ guide, machine: seen, files: `${folder}\\files`, ready });
    } finally {
      if (!given.dryRun)
        for (const path of await clearUnpacked(machine.system, folder))
          io.err(`${installText[io.lang].kept(path)}\n`);
    }
  });
}
