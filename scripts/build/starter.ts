/**
 * The first script of a guide's file, in the words of ECMAScript 3: it runs in every browser and
 * finds out whether the other one can (Chrome 97, Firefox 104, Safari 15.4). Only then is the guide
 * put out of sight until the page takes its place; if none has by the time everything is loaded, the
 * guide comes back. Then, too, the fonts are taken out of the element for browsers without scripts,
 * where they cost nothing until the page can be used.
 */
export const starter = `(function (root) {
  if (!window.addEventListener) return;
  if ([].findLast && Object.hasOwn && root.replaceChildren && window.Blob && Blob.prototype.text) root.className = "starting";
  window.addEventListener("load", function () {
    if (!document.querySelector("#page main")) root.className = "";
    setTimeout(function () {
      var style = document.createElement("style");
      style.appendChild(document.createTextNode(document.getElementById("fonts").textContent.slice(7, -8)));
      document.querySelector("head").appendChild(style);
    }, 50);
  }, false);
})(document.documentElement);`;
