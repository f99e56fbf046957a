import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { bare, initialsOf, jamoOf } from "./jamo.ts";
import { indexOf, search } from "./search.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const index = indexOf(guide);
const find = (query: string) => search(index, query).map(({ id }) => id);

describe("Korean taken apart", () => {
  test("syllables become the letters that are typed", () => {
    assert.equal(jamoOf("팝업"), "ㅍㅏㅂㅇㅓㅂ");
    assert.equal(jamoOf("뷁 a1"), "ㅂㅜㅔㄹㄱ a1");
    assert.equal(jamoOf("가힣"), "ㄱㅏㅎㅣㅎ");
  });

  test("decomposed text is the same as composed text, without spaces and marks", () => {
    assert.equal(bare("팝업 창, (차단)".normalize("NFD")), "팝업창차단");
    assert.equal(bare("BankPay 1.0"), "bankpay10");
  });

  test("the first consonants of a word", () => {
    assert.equal(initialsOf("작업시간 1"), "ㅈㅇㅅㄱ 1");
  });
});

describe("searching symptoms", () => {
  test("words of two syllables are found", () => {
    assert.equal(find("팝업")[0], "popup-window-blocked");
    assert.equal(find("차단")[0], "popup-window-blocked");
    assert.ok(find("설치").includes("install-page-again"));
    assert.equal(find("초과")[0], "working-time-over");
  });

  test("so is what is still being typed", () => {
    for (const typed of ["팝", "팝ㅇ", "팝어", "팝업ㅊ", "팝업차"])
      assert.equal(find(typed)[0], "popup-window-blocked", typed);
  });

  test("spaces, case and the form of the letters do not count", () => {
    assert.deepEqual(find("작업 시간"), find("작업시간"));
    assert.deepEqual(find("작업시간".normalize("NFD")), find("작업시간"));
    assert.equal(find("HD_APPROVE")[0], "merchant-value-missing");
    assert.deepEqual(find("  "), find(""));
  });

  test("a whole message is found, and before those that only share words with it", () => {
    for (const { id, message } of guide.symptoms)
      if (message !== undefined) assert.equal(find(message)[0], id);
  });

  test("words may stand in any order", () => {
    assert.equal(find("해제 팝업")[0], "popup-window-blocked");
    assert.ok(find("뜨지 인증서").includes("certificate-window-missing"));
  });

  test("a message typed from memory is found by what it shares", () => {
    assert.equal(find("팝업창이 차단되었어요 해제하세요")[0], "popup-window-blocked");
    assert.equal(find("작업시간 초과됐습니다")[0], "working-time-over");
  });

  test("first consonants are enough", () => {
    assert.equal(find("ㅈㅇㅅㄱ")[0], "working-time-over");
  });

  test("English finds too", () => {
    assert.equal(find("pop-up")[0], "popup-window-blocked");
    assert.equal(find("blank")[0], "blank-window");
  });

  test("nothing is found where nothing fits, and everything where nothing is asked", () => {
    assert.deepEqual(find("xyzzy"), []);
    assert.deepEqual(find("냉장고"), []);
    assert.deepEqual(
      find(""),
      guide.symptoms.map(({ id }) => id),
    );
  });
});
