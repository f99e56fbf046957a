import "./older.ts";
import type { Guide } from "../guide/guide.ts";
import { unpack } from "../report/guide/packed.ts";
import { saidBy } from "../report/guide/said.ts";
import type { Lang } from "../text/words.ts";
import type { Doctor } from "./doctor.ts";
import { fileDoctor } from "./doctor-file.ts";
import { entryOf } from "./entry.ts";
import { file } from "./file.ts";
import { openPage } from "./open.tsx";

/**
 * The page as one file: guide, engine and all words are in it. Where this script can run, the file's
 * first one has kept the guide as text; where it has not, the guide stays as it stands in the file.
 */
const whole = document.getElementById("whole")?.textContent;
if (whole) open(whole);

/** Once the first screen stands there, and before anybody has read it. */
const readMs = 100;

function open(text: string): void {
  const said = [...saidBy(text), ...file.words.verdicts.split(" ")];
  // Somebody has changed the text: nothing can be read out of the guide any more.
  if (said.join("").length !== file.said) return;
  const guide = unpack(file.guide, said, "symptoms") as Guide;
  const { version, clock, probe } = file;
  const data = { version, guide, clock, probe };
  let doctor: Promise<Doctor> | undefined;
  const read = () => {
    doctor ??= import("./doctor-browser.ts").then(({ browserDoctor }) =>
      browserDoctor(data, window),
    );
    return doctor;
  };
  const { symptom, lang = "ko" } = entryOf(location.hash);
  const guideHtml = (_guide: Guide, wanted: Lang) => guideIn(text, wanted);
  const page = document.getElementById("page")!;
  const opening = { lang, symptom, guideHtml };
  void openPage(fileDoctor(data, read), page, opening).then(() => setTimeout(read, readMs));
}

/**
 * The guide as it stands in the file, without what only somebody without a script needs to read, and
 * with each heading a level lower: the screen that shows it has one of its own.
 */
function guideIn(text: string, lang: Lang): string {
  const { body } = new DOMParser().parseFromString(text, "text/html");
  return [...body.querySelectorAll(`.plain[lang=${lang}] > :not(.about, .other)`)]
    .map((child) => child.outerHTML)
    .join("\n")
    .replace(/(<\/?h)([1-5])\b/g, (_all, tag: string, level: string) => tag + (Number(level) + 1));
}
