import "./older.ts";
import type { OfflineData } from "../report/guide/offline-page.ts";
import { browserDoctor } from "./doctor-browser.ts";
import { entryOf } from "./entry.ts";
import { openPage } from "./open.tsx";

/**
 * The page as one file: guide, engine and all words are in it. Its first script has put the guide
 * out of sight where this one can run; where it cannot, the guide stays as it stands in the file.
 */
if (document.documentElement.className === "starting") open();

function open(): void {
  const { symptom, lang = "ko" } = entryOf(location.hash);
  const data = JSON.parse(document.getElementById("data")!.textContent) as OfflineData;
  const root = document.getElementById("page")!;
  void openPage(browserDoctor(data, window), root, { lang, symptom });
  document.documentElement.className = "";
}
