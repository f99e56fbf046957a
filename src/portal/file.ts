import type { OfflineFile } from "../report/guide/offline-page.ts";

/** What the file that this page stands in holds beside its script. */
export const file = JSON.parse(document.getElementById("data")!.textContent) as OfflineFile;
