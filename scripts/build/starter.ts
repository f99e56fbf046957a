/**
 * The first script of a guide's file, in the words of ECMAScript 3: it runs in every browser and
 * finds out whether the others can (Chrome 97, Firefox 104, Safari 15.4). Only there does it begin
 * the `noscript` in which the guide is text and nothing else until the page takes its place, and
 * offers to run what stands in the file as text; if no page has come by the time everything is
 * loaded, the guide is shown after all. Then, too, the fonts are taken out of the element for
 * browsers without scripts, where they cost nothing until the page can be used.
 */
export const starter = `(function (root) {
  if (!window.addEventListener) return;
  if ([].findLast && Object.hasOwn && root.replaceChildren && window.Blob && Blob.prototype.text) {
    document.write('<noscript id="whole">');
    window.jochi = {
      run: function (id) {
        var script = document.createElement("script");
        script.text = document.getElementById(id).text;
        document.body.appendChild(script);
      }
    };
  }
  window.addEventListener("load", function () {
    var whole = document.getElementById("whole");
    if (whole && !document.querySelector("#page main")) document.getElementById("page").innerHTML = whole.textContent;
    setTimeout(function () {
      var style = document.createElement("style");
      style.appendChild(document.createTextNode(document.getElementById("fonts").textContent.slice(7, -8)));
      document.querySelector("head").appendChild(style);
    }, 50);
  }, false);
})(document.documentElement);`;

/**
 * Stands behind the text of the page's script: what comes after it, the fonts above all, need not
 * have been read for a symptom to be chosen.
 */
export const runner = `window.jochi && jochi.run("script");`;
