import type { Page } from "./page.ts";

/**
 * Puts the notice above everything else on the page. It takes room of its own and covers nothing, so
 * that it never stands between a payer and a button.
 */
export function showNotice(page: Page, lines: string[], link: string, linkWords: string): void {
  var document = page.document;
  var box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.lang = "ko";
  box.style.cssText =
    "padding:16px 20px;border:3px solid #b3261e;background:#fff;color:#1d1d1d;" +
    "font-size:17px;line-height:1.6;text-align:left";
  for (var at = 0; at < lines.length; at += 1) {
    if (at > 0) box.appendChild(document.createElement("br"));
    box.appendChild(document.createTextNode(lines[at]!));
  }
  if (link) {
    var anchor = document.createElement("a");
    anchor.href = link;
    anchor.target = "_blank";
    anchor.style.cssText = "color:#0b50d0;text-decoration:underline";
    anchor.appendChild(document.createTextNode(linkWords));
    box.appendChild(document.createElement("br"));
    box.appendChild(anchor);
  }
  document.body.insertBefore(box, document.body.firstChild);
}

/** Runs once the page is there: old browsers break off a page that is changed while it is read. */
export function whenLoaded(page: Page, run: () => void): void {
  if (page.document.readyState === "complete") run();
  else if (page.addEventListener) page.addEventListener("load", run, false);
  else if (page.attachEvent) page.attachEvent("onload", run);
}
