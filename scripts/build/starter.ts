/**
 * The first script of a guide's file, in the words of ECMAScript 3: it runs in every browser and
 * finds out whether the other one can (Chrome 97, Firefox 104, Safari 15.4). Only then is the guide put out of sight until the
 * page takes its place; if none has by the time everything is loaded, the guide comes back.
 */
export const starter = `(function (root) {
  if (![].findLast || !Object.hasOwn || !root.replaceChildren || !window.Blob || !Blob.prototype.text) return;
  root.className = "starting";
  window.addEventListener("load", function () {
    if (!document.querySelector("#page main")) root.className = "";
  });
})(document.documentElement);`;
