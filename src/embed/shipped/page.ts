// What the shipped functions may touch of the page that includes them. They get all of it as `page`
// and use nothing else of a browser; what old browsers lack is optional here.

/** The window of the page. */
export interface Page {
  document: PageDocument;
  navigator: { userAgent: string; permissions?: { query?: Query } };
  location: { protocol: string };
  /** Chromium's own object. */
  chrome?: unknown;
  /** Internet Explorer's own. */
  ScriptEngineMajorVersion?(): unknown;
  jochiCheck?: unknown;
  addEventListener?(type: string, listener: () => void, capture: boolean): void;
  attachEvent?(type: string, listener: () => void): void;
  setTimeout(run: () => void, ms: number): number;
  clearTimeout(timer: number): void;
  fetch?(url: string, options: object): Promise<unknown>;
  Request?: { prototype: object };
  AbortController?: new () => { signal: unknown; abort(): void };
  WebSocket?: new (url: string) => Socket;
  Image: new () => Picture;
}

export interface PageDocument {
  /** Internet Explorer 8 and later: which version's rules the page is shown by; 0 while undecided. */
  documentMode?: unknown;
  readyState?: string;
  body: PageNode;
  createElement(name: string): PageNode;
  createTextNode(text: string): PageNode;
  addEventListener?(type: string, listener: (event: Violation) => void, capture: boolean): void;
  removeEventListener?(type: string, listener: (event: Violation) => void, capture: boolean): void;
}

export interface PageNode {
  style: { cssText: string };
  firstChild: PageNode | null;
  href: string;
  target: string;
  lang: string;
  setAttribute(name: string, value: string): void;
  appendChild(child: PageNode): void;
  insertBefore(child: PageNode, before: PageNode | null): void;
}

/** A request that the page's own Content-Security-Policy kept back. */
export interface Violation {
  blockedURI?: unknown;
}

export type Query = (wanted: { name: string }) => Promise<{ state: LoopbackState }>;

/** `unknown`: the browser has no such permission, or does not tell. */
export type LoopbackState = "granted" | "denied" | "prompt" | "unknown";

export interface Socket {
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  close(): void;
}

export interface Picture {
  onload: (() => void) | null;
  onerror: (() => void) | null;
  src: string;
}
