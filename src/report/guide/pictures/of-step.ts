import type { Guide } from "../../../guide/guide.ts";
import type { Step } from "../../../guide/schema/remedy.ts";
import { say } from "../../../text/say.ts";
import type { Lang } from "../../../text/words.ts";
import { addressBar } from "./address-bar.ts";
import { type Dialogue, dialogue } from "./dialogue.ts";
import { menuPath } from "./menu-path.ts";
import type { Picture } from "./picture.ts";

/** More entries than a window shows at once. */
const mostEntries = 6;

/**
 * What a step looks like on the screen, from what its data says and nothing else: the way through a
 * menu, the window that opens, an address that is typed. The step before names the window that it has
 * opened.
 */
export function picturesOf(
  guide: Guide,
  step: Step,
  before: Step | undefined,
  lang: Lang,
): Picture[] {
  const { app, menu = [], labels = [], buttons = [] } = step;
  const entries = entriesOf(guide, step);
  const path = menu.length > 0 ? [menuPath(app, menu, menuWords(app, menu, lang))] : [];
  const [address] = named(step.certificates, guide.certificates).map(({ url }) => url);
  if (menu.length === 0 && labels.length === 0 && step.action === undefined && address)
    return [addressBar(address, buttons, addressWords(address, buttons, lang))];
  if (menu.length > 0) {
    if (labels.length + buttons.length === 0) return path;
    return [
      ...path,
      windowOf({ title: menu.slice(-2).join(" > "), labels, entries, buttons }, lang),
    ];
  }
  if (labels.length > 0) {
    const [title = "", ...rest] = labels;
    // A window of which nothing but its name is known.
    if (rest.length + entries.length + buttons.length === 0) return [];
    return [windowOf({ title, labels: rest, entries, buttons }, lang)];
  }
  const title = before?.buttons?.at(-1);
  if (step.sites && title !== undefined) {
    return [windowOf({ title, labels, entries, buttons }, lang)];
  }
  return buttons.length > 1 ? [menuPath(undefined, buttons, buttonWords(buttons, lang))] : [];
}

function entriesOf(guide: Guide, step: Step): string[] {
  const entries = [
    ...named(step.sites, guide.sites).map(({ pattern }) => pattern),
    ...named(step.toolbars, guide.toolbars).flatMap(({ names }) => names),
    ...named(step.programs, guide.programs).map(({ name }) => name),
  ];
  return entries.slice(0, mostEntries);
}

function named<T extends { id: string }>(ids: readonly string[] | undefined, all: readonly T[]) {
  return (ids ?? []).flatMap((id) => all.find((one) => one.id === id) ?? []);
}

function windowOf(shown: Dialogue, lang: Lang): Picture {
  const { title, labels, entries, buttons } = shown;
  const lists: [string, readonly string[]][] = [
    ["publication.picture.choose", labels],
    ["publication.picture.entries", entries],
    ["publication.picture.press", buttons],
  ];
  const alt = [
    title === ""
      ? say(lang, "publication.picture.window")
      : say(lang, "publication.picture.window-of", { title }),
    ...lists.flatMap(([key, list]) =>
      list.length > 0 ? [`${say(lang, key)}: ${list.join(", ")}`] : [],
    ),
  ];
  return dialogue(shown, alt.join(". "));
}

function menuWords(app: string | undefined, menu: readonly string[], lang: Lang): string {
  return `${say(lang, "publication.picture.menu")}: ${[...(app ? [app] : []), ...menu].join(" > ")}`;
}

function buttonWords(buttons: readonly string[], lang: Lang): string {
  return `${say(lang, "publication.picture.press")}: ${buttons.join(" > ")}`;
}

function addressWords(address: string, buttons: readonly string[], lang: Lang): string {
  const pressed = buttons.length > 0 ? [buttonWords(buttons, lang)] : [];
  return [`${say(lang, "publication.picture.address")}: ${address}`, ...pressed].join(". ");
}
