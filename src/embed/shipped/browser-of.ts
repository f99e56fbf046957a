/** What a page can see of its browser without asking anybody. */
export interface Seen {
  userAgent: string;
  /** `document.documentMode`; null where the browser has none, which is all but Internet Explorer 8 to 11. */
  documentMode: number | null;
  /** The major version of Internet Explorer's script engine: 5 up to 8, then its own; else 0. */
  engine: number;
  /** It has what no Internet Explorer before 9 has, whatever its user agent says. */
  modern: boolean;
}

export type BrowserId =
  | "ie"
  | "edge"
  | "chrome"
  | "whale"
  | "firefox"
  | "safari"
  | "samsung"
  | "opera"
  | "in-app"
  | "other";

export interface Browser {
  id: BrowserId;
  /** Its real major version, not the one it plays; 0 where that cannot be told or no guide asks. */
  version: number;
  /** The version of Internet Explorer by whose rules it shows the page; 0 in every other browser. */
  mode: number;
}

/**
 * Which browser this is. Internet Explorer plays older versions (compatibility view, document modes,
 * the Internet Explorer mode of Edge): its user agent then says `MSIE 7.0`, and only `Trident/N`
 * tells the version, which is N + 4. Enterprise Mode sends the whole user agent of version 8; what
 * gives it away is its script engine, or a Windows that never had an 8. None of these can make it
 * older than it is, so the highest counts. From version 8 on it has a document mode, and a user agent
 * that claims as much without one is somebody else's. The Internet Explorer mode of Edge is Internet
 * Explorer 11 in all that a page can see.
 */
export function browserOf(seen: Seen): Browser {
  var agent = seen.userAgent;
  var shown = seen.documentMode;
  var trident = numberAfter(agent, /Trident\/(\d+)/);
  var claimed = numberAfter(agent, /MSIE (\d+)/);
  if (shown !== null) {
    var told = trident > 0 ? trident + 4 : claimed;
    var least = /Windows NT (6\.[34]|10)/.test(agent) ? 11 : /Windows NT 6\.2/.test(agent) ? 10 : 8;
    var version = Math.max(told, shown, least, seen.engine);
    return { id: "ie", version: Math.min(version, 11), mode: shown };
  }
  if (claimed > 0 && claimed < 8 && !seen.modern && !/Opera/.test(agent)) {
    return { id: "ie", version: claimed, mode: claimed };
  }
  return otherBrowser(agent);
}

/** The order matters: most browsers name the ones they descend from as well. */
export function otherBrowser(agent: string): Browser {
  var chromium = /(?:Chrome|Chromium|CriOS)\/(\d+)/;
  var tokens: [BrowserId, RegExp, RegExp | null][] = [
    ["in-app", /; wv\)|KAKAO|NAVER\(inapp|DaumApps|FBA[NV]\/| Line\/|Instagram/i, null],
    ["opera", /OPR\/|Opera/, null],
    ["samsung", /SamsungBrowser/, /SamsungBrowser\/(\d+)/],
    ["whale", /Whale\//, /Whale\/(\d+)/],
    ["edge", /Edg[eA]?\/|EdgiOS\//, /Edg\w*\/(\d+)/],
    ["firefox", /(?:Firefox|FxiOS)\/\d/, /(?:Firefox|FxiOS)\/(\d+)/],
    ["chrome", chromium, chromium],
    ["other", /Android|MSIE|Trident/, null],
    ["safari", /Version\/\d.*Safari\//, /Version\/(\d+)/]
  ];
  for (var at = 0; at < tokens.length; at += 1) {
    var token = tokens[at]!;
    if (token[1].test(agent)) {
      return { id: token[0], version: token[2] ? numberAfter(agent, token[2]) : 0, mode: 0 };
    }
  }
  return { id: "other", version: 0, mode: 0 };
}

/** The number that a pattern finds, 0 where it finds none. */
export function numberAfter(text: string, pattern: RegExp): number {
  var found = pattern.exec(text);
  return found ? Number(found[1]) : 0;
}
