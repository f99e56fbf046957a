import type { CDPSession, Page } from "playwright-core";

/** One node of what a browser gives to screen readers. */
export interface Node {
  role: string;
  name: string;
  level?: number;
  /** Of the element in the document. */
  element: number;
}

interface AxNode {
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  properties?: { name: string; value: { value: unknown } }[];
  backendDOMNodeId?: number;
}

/** What can be operated: each has to say what it is. */
export const operated = new Set([
  ...["button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox"],
  ...["DisclosureTriangle", "tab", "switch", "slider", "spinbutton", "menuitem"],
]);

/** The accessibility tree as Chromium hands it over, in the order of the document. */
export async function treeOf(session: CDPSession): Promise<Node[]> {
  const { nodes } = (await session.send("Accessibility.getFullAXTree")) as unknown as {
    nodes: AxNode[];
  };
  return nodes
    .filter(({ ignored }) => !ignored)
    .map(({ role, name, properties, backendDOMNodeId }) => {
      const level = properties?.find((each) => each.name === "level")?.value.value;
      return {
        role: role?.value ?? "",
        name: name?.value ?? "",
        ...(typeof level === "number" && { level }),
        element: backendDOMNodeId ?? 0,
      };
    });
}

/** The language in which an element is read out. */
export async function languageOf(session: CDPSession, { element }: Node): Promise<string> {
  const { object } = await session.send("DOM.resolveNode", { backendNodeId: element });
  const { result } = await session.send("Runtime.callFunctionOn", {
    objectId: object.objectId!,
    returnByValue: true,
    functionDeclaration:
      "function () { const at = (this.closest ? this : this.parentElement).closest('[lang]');" +
      " return at ? at.lang : 'typed'; }",
  });
  return String(result.value);
}

/** Everything that live regions say from now on, in the order in which they say it. */
export async function listen(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const said: string[] = [];
    (window as unknown as { said: string[] }).said = said;
    const live = "[role=status], [role=alert], [aria-live]";
    let before = new Map<Element, string>();
    const look = () => {
      const now = new Map<Element, string>();
      for (const region of document.querySelectorAll(live)) {
        const words = (region.textContent ?? "").replace(/\s+/g, " ").trim();
        now.set(region, words);
        if (words !== "" && before.get(region) !== words) said.push(words);
      }
      before = now;
    };
    look();
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  return () => page.evaluate(() => (window as unknown as { said: string[] }).said);
}
