import type { OfflineData } from "../report/guide/offline-page.ts";
import { plainFormats } from "./hand-over.ts";
import type { State } from "./wire.ts";

/** What a page that is a file can do. */
export function fileState({ version, guide, probe }: OfflineData): State {
  const { id, edition, title } = guide;
  return {
    version,
    lang: "ko",
    platform: "browser",
    guides: [{ id, edition, title }],
    can: { diagnose: true, treat: false, judge: true, formats: Object.keys(plainFormats) },
    about: { key: probe ? "page.file.probe" : "page.file.closed" },
    demo: null,
  };
}
