import vm from "node:vm";

/** A node of the fake document, as far as text and tree go. */
export class OldNode {
  style = { cssText: "" };
  attributes: Record<string, string> = {};
  children: OldNode[] = [];
  lang = "";
  href = "";
  target = "";
  readonly name: string;
  readonly words: string;
  constructor(name: string, words = "") {
    this.name = name;
    this.words = words;
  }
  get firstChild(): OldNode | null {
    return this.children[0] ?? null;
  }
  setAttribute(name: string, value: string): void {
    this.attributes[name] = value;
  }
  appendChild(child: OldNode): void {
    this.children.push(child);
  }
  insertBefore(child: OldNode, before: OldNode | null): void {
    this.children.splice(before ? this.children.indexOf(before) : this.children.length, 0, child);
  }
  /** What a person reads there. */
  get text(): string {
    if (this.name === "br") return "\n";
    return this.words + this.children.map(({ text }) => text).join("");
  }
}

export interface OldPage {
  /** Runs a script in it, as a script element would. */
  run(script: string): void;
  body: OldNode;
  /** Ends the loading of the page. */
  load(): void;
  /** Names that scripts have added to the global object. */
  added(): string[];
  global: Record<string, unknown>;
}

/** What came into the language after ECMAScript 3, or was no part of old browsers. */
const later = `
  for (const name of ["forEach", "map", "filter", "indexOf", "some", "every", "reduce", "find",
    "includes", "flatMap", "entries", "keys", "values", "fill"]) delete Array.prototype[name];
  for (const name of ["keys", "create", "defineProperty", "assign", "entries", "values",
    "fromEntries", "freeze"]) delete Object[name];
  for (const name of ["trim", "startsWith", "endsWith", "includes", "repeat", "padStart",
    "codePointAt", "matchAll", "replaceAll"]) delete String.prototype[name];
  delete Function.prototype.bind;
  for (const name of ["JSON", "Promise", "Map", "Set", "WeakMap", "WeakSet", "Symbol", "Proxy",
    "Reflect", "BigInt", "console", "globalThis", "WebAssembly", "Intl"]) delete this[name];
  this.window = this;
`;

/** A page in a browser of about 2001 to 2009: no JSON, no addEventListener, no array methods. */
export function oldPage(userAgent: string, documentMode?: number, readyState?: string): OldPage {
  const onload: (() => void)[] = [];
  const body = new OldNode("body");
  body.appendChild(new OldNode("form", "결제"));
  const document: Record<string, unknown> = {
    body,
    readyState: readyState ?? "loading",
    createElement: (name: string) => new OldNode(name),
    createTextNode: (words: string) => new OldNode("#text", words),
    ...(documentMode === undefined ? {} : { documentMode }),
  };
  Object.defineProperty(document, "cookie", { set: refuse, get: refuse });
  const global: Record<string, unknown> = {
    document,
    navigator: { userAgent },
    location: { protocol: "https:" },
    attachEvent: (type: string, listener: () => void) => {
      if (type === "onload") onload.push(listener);
    },
    setTimeout: refuse,
    clearTimeout: refuse,
  };
  Object.defineProperty(global, "localStorage", { get: refuse });
  const context = vm.createContext(global);
  vm.runInContext(later, context);
  const before = new Set(names());
  return {
    run: (script) => void vm.runInContext(script, context),
    body,
    load: () => {
      for (const listener of onload) listener();
    },
    added: () => [...names()].filter((name) => !before.has(name)),
    global,
  };

  function names(): string[] {
    return vm.runInContext(
      "(function (all) { for (var name in this) all.push(name); return all; }).call(this, [])",
      context,
    ) as string[];
  }
}

function refuse(): never {
  throw new Error("the script has no business here");
}
