/** What a sentence names of a screen, as it stands there. */
export interface Screen {
  /** The program whose menu it is. */
  app?: string;
  /** Outermost first; more than one where the sentence leads through several. */
  menus: string[][];
  buttons: string[];
  labels: string[];
}

const between = "\\s*(?:[-–—>→]+|->)\\s*";
const chain = new RegExp(`\\[[^\\[\\]]+\\](?:${between}\\[[^\\[\\]]+\\])+`, "g");
const quotes = /“([^”]+)”|"([^"]+)"|‘([^’]+)’|'([^']+)'/g;

/**
 * `[도구]-[인터넷옵션]` is a menu, a single `[삭제]` a button. What is quoted is a button too, unless
 * it is chosen, or has something in it that is pressed: then it is a caption to look for.
 */
export function screenOf(text: string): Screen {
  const chains = [...text.matchAll(chain)];
  const menus = chains.map(([whole]) =>
    [...whole.matchAll(/\[([^[\]]+)\]/g)].map(each).filter(Boolean),
  );
  const marks: { at: number; name: string; pressed: boolean }[] = [];
  for (const match of text.matchAll(/\[([^[\]]+)\]/g)) {
    const inside = chains.some(
      ({ index, 0: whole }) => index <= match.index && match.index < index + whole.length,
    );
    if (!inside && match.index > 0) marks.push({ at: match.index, name: match[1]!, pressed: true });
  }
  for (const match of text.matchAll(quotes)) {
    const name = match.slice(1).find((group) => group !== undefined)!;
    // A quoted program is no button: it has its short name in parentheses.
    if (/\([^()]+\)$/.test(name)) continue;
    const after = text.slice(match.index + match[0].length);
    const chosen =
      /^(?:의|에서|\s*(?:을|를)?\s*(?:선택|체크|항목|탭|메뉴|영역|글자|문구|메시지)|\s*\[)/.test(
        after,
      );
    marks.push({ at: match.index, name, pressed: !chosen });
  }
  marks.sort((a, b) => a.at - b.at);
  const names = (pressed: boolean) =>
    marks
      .filter((mark) => mark.pressed === pressed)
      .map(named)
      .filter(Boolean);
  const app = chains[0] && appBefore(text.slice(0, chains[0].index));
  const window = windowOf(text);
  const labels = [...(window ? [window] : []), ...names(false)];
  return { ...(app && { app }), menus, buttons: names(true), labels };
}

/** `Windows의 [시작]`: the program that the menu belongs to. */
function appBefore(text: string): string | undefined {
  const bare = text.replace(/^[-•·*○\d.)\s]+/, "").replace(/(?:의|에서)?\s*(?:상단|메뉴)?\s*$/, "");
  const latin = /(?:^|[\s,(])([A-Z][A-Za-z0-9]*(?: [A-Z][A-Za-z0-9]*)*)$/.exec(bare)?.[1];
  if (latin) return latin;
  return /^\S+(?: \S+)?$/.test(bare) && /[의서]\s*$/.test(text) ? bare : undefined;
}

/** `인증서 가져오기 마법사에서`: the window that is looked for. */
function windowOf(text: string): string | undefined {
  const bare = text.replace(/^[-•·*○\s]+/, "");
  return /^([^'"“‘[\],]{1,40}(?:마법사|대화 ?상자))(?:에서|의|가|이)/.exec(bare)?.[1];
}

/** A bracket or curly quotation mark that has no partner. */
export function unpaired(text: string): "bracket-open" | "quote-open" | undefined {
  if (!isPaired(text, "[", "]")) return "bracket-open";
  if (!isPaired(text, "“", "”") || !isPaired(text, "‘", "’")) return "quote-open";
  return (text.match(/"/g) ?? []).length % 2 === 1 ? "quote-open" : undefined;
}

function isPaired(text: string, open: string, close: string): boolean {
  let isOpen = false;
  for (const char of text) {
    if (char !== open && char !== close) continue;
    if (isOpen === (char === open)) return false;
    isOpen = char === open;
  }
  return !isOpen;
}

const each = (match: RegExpMatchArray): string => match[1]!.trim();
const named = ({ name }: { name: string }): string => name.trim();
