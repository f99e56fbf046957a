import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { SaxesParser } from "saxes";
import { loadGuide } from "../../../guide/load.ts";
import { strictWords } from "../../../text/say.ts";
import { addressBar } from "./address-bar.ts";
import { dialogue } from "./dialogue.ts";
import { menuPath } from "./menu-path.ts";
import { messageWindow } from "./message-window.ts";
import { picturesOf } from "./of-step.ts";
import { mostWidth, type Picture } from "./picture.ts";

strictWords();

const guide = loadGuide("bankpay-transfer@2018.11");
const evil = `<a href="x">&'"</a>`;
const long = "설정".repeat(200);

/** Texts that are drawn, in their order. Throws where it is no XML. */
function drawn({ svg }: Picture): string[] {
  const texts: string[] = [];
  let inside = false;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    inside = name === "text";
    assert.ok(["svg", "title", "rect", "path", "circle", "text"].includes(name), name);
  });
  parser.on("text", (text) => {
    if (inside) texts.push(text);
  });
  parser.on("closetag", () => {
    inside = false;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(svg).close();
  return texts;
}

const all: [string, (words: string) => Picture][] = [
  ["a menu", (words) => menuPath(words, [words, "b"], words)],
  ["a message", (words) => messageWindow([words, "b"], words, words)],
  [
    "a window",
    (words) =>
      dialogue({ title: words, labels: [words], entries: [words], buttons: [words] }, words),
  ],
  ["an address", (words) => addressBar(words, ["저장"], words)],
];

describe("a picture of the screen", () => {
  for (const [name, draw] of all) {
    it(`${name}: says in words what it shows, and nothing in it is markup`, () => {
      const picture = draw(evil);
      assert.match(picture.svg, /^<svg [^>]*role="img" aria-label="/);
      assert.ok(drawn(picture).join(" ").includes("<a"), "as text");
      assert.equal(picture.alt, evil);
      assert.equal(draw(evil).svg, picture.svg);
    });

    it(`${name}: stays within its width however long its words are`, () => {
      const { width, height } = draw(long);
      assert.ok(width <= mostWidth + 2 && width > 0 && height < 2_000, `${width} × ${height}`);
    });
  }

  it("numbers buttons only where there are several", () => {
    const shown = (buttons: string[]) =>
      drawn(dialogue({ title: "t", labels: [], entries: [], buttons }, "t"));
    assert.deepEqual(shown(["확인"]), ["t", "확인"]);
    assert.deepEqual(shown(["다음", "예"]), ["t", "다음", "1", "예", "2"]);
  });

  it("of a step shows its menu, its window and what is pressed", () => {
    const { steps } = guide.remedies.find(({ id }) => id === "trusted-sites")!;
    const [menu, window] = picturesOf(guide, steps[0]!, undefined, "ko");
    assert.deepEqual(drawn(menu!), ["Internet Explorer", "도구", "인터넷옵션", "보안"]);
    assert.deepEqual(drawn(window!), ["인터넷옵션 > 보안", "신뢰할 수 있는 사이트", "사이트"]);
    const [entries] = picturesOf(guide, steps[1]!, steps[0], "ko");
    assert.deepEqual(drawn(entries!), ["사이트", "*.lgcns.com", "*.bankpay.or.kr"]);
    assert.deepEqual(picturesOf(guide, steps[2]!, steps[1], "ko"), []);
  });
});
