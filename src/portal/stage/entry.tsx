import { entryOf } from "../entry.ts";
import { guideHtml } from "../guide-html.ts";
import { openPage } from "../open.tsx";
import { fakeDoctor } from "./fake-doctor.ts";
import type { Play } from "./play.ts";

/** The page over a play that stands in it, for tests and for looking. */
const play = JSON.parse(document.getElementById("play")!.textContent) as Play;
const { lang = "ko", symptom } = entryOf(location.hash);
const doctor = fakeDoctor(play);
const root = document.getElementById("page")!;
const { wayOut } = play;
const opened = openPage(doctor, root, {
  lang,
  symptom,
  guideHtml,
  wayOut: wayOut && (async () => ({ ok: true, value: wayOut })),
});
// What a test looks at from outside.
Object.assign(window, { stage: { doctor, opened } });
