/* jochi-check.js, made of the guide bankpay-transfer@2018.11 by Jochi 0.1.0 */
(function (page) {
function numberAfter(text, pattern) {
var found = pattern.exec(text);
return found ? Number(found[1]) : 0;
}
function otherBrowser(agent) {
var chromium = /(?:Chrome|Chromium|CriOS)\/(\d+)/;
var tokens = [
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
var token = tokens[at];
if (token[1].test(agent)) {
return { id: token[0], version: token[2] ? numberAfter(agent, token[2]) : 0, mode: 0 };
}
}
return { id: "other", version: 0, mode: 0 };
}
function browserOf(seen) {
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
function seenOn(page) {
var mode = page.document.documentMode;
return {
userAgent: String(page.navigator.userAgent),
documentMode: typeof mode === "number" ? mode : null,
engine: page.ScriptEngineMajorVersion ? Number(page.ScriptEngineMajorVersion()) || 0 : 0,
modern: !!(page.chrome || page.addEventListener)
};
}
function servedBy(rules, browser) {
var served = { answer: "unknown", notice: [] };
for (var at = 0; at < rules.length; at += 1) {
var rule = rules[at];
if (rule.browser === browser.id && browser.version > 0) {
if (browser.version >= rule.minimum) return { answer: "yes", notice: [] };
served = { answer: "no", notice: rule.notice };
}
}
return served;
}
function explanationOf(facts, sign, role) {
var own = Object.prototype.hasOwnProperty;
var symptoms = facts.symptoms;
var name = own.call(symptoms, sign + ":" + role) ? sign + ":" + role : sign;
var known = own.call(symptoms, name);
var found = known ? symptoms[name] : "";
return {
code: (known ? sign : "unknown"),
symptom: found,
link: facts.page && found ? facts.page + "#symptom=" + found : facts.page
};
}
function signOfPopup(popup) {
if (!popup) return "popup-blocked";
try {
return (popup).closed ? "popup-closed" : "";
} catch (_) {
return "opener-lost";
}
}
function explain(facts, error) {
if (typeof error === "string") {
var parts = error.split(":");
return explanationOf(facts, parts[0], parts[1] || "");
}
if (!error || typeof error !== "object") return explanationOf(facts, "unknown", "");
var given = error;
if (given.troubles) return (given.troubles)[0] || null;
if (given.code && given.symptom) return error;
var sign = "unknown";
if ("popup" in given) sign = signOfPopup(given.popup);
else if ("opener" in given) sign = given.opener ? "" : "opener-lost";
else if (given.name === "TimeoutError") sign = "timeout";
return sign ? explanationOf(facts, sign, "") : null;
}
function askLoopback(page, tell) {
var names = ["loopback-network", "local-network-access"];
next();
function next() {
var wanted = names.shift();
var permissions = page.navigator.permissions;
if (!wanted || !permissions || !permissions.query) {
tell("unknown");
return;
}
try {
permissions.query({ name: wanted }).then(function (status) {
tell(status.state);
}, next);
} catch (_) {
next();
}
}
}
function canFetch(page) {
return !!(page.fetch && page.Request && "cache" in page.Request.prototype);
}
function askPort(
page,
url,
aborted,
tell
) {
var sure = url.indexOf("http:") !== 0 || page.location.protocol === "http:";
function failed() {
tell(sure ? "silent" : "unknown");
}
function answered() {
tell("answers");
}
try {
if (url.indexOf("wss:") === 0) {
if (!page.WebSocket) {
tell("unknown");
return;
}
var socket = new page.WebSocket(url);
socket.onopen = function () {
answered();
socket.close();
};
socket.onerror = failed;
} else if (canFetch(page)) {
page.fetch (url, {
mode: "no-cors",
credentials: "omit",
cache: "no-store",
referrerPolicy: "no-referrer",
signal: aborted
}).then(answered, failed);
} else {
var picture = new page.Image();
picture.onload = answered;
picture.onerror = function () {
tell("unknown");
};
picture.src = url;
}
} catch (_) {
tell("unknown");
}
}
function joined(answers) {
var silent = 0;
for (var at = 0; at < answers.length; at += 1) {
if (answers[at] === "answers") return "answers";
if (answers[at] === "silent") silent += 1;
}
return silent > 0 && silent === answers.length ? "silent" : "unknown";
}
function checkedOf(
facts,
excluded,
state,
ports
) {
var told = [];
var found = [];
if (excluded) found.push(explanationOf(facts, "browser-excluded", ""));
if (state === "denied") found.push(explanationOf(facts, "loopback-denied", ""));
for (var at = 0; at < facts.roles.length; at += 1) {
var name = facts.roles[at] .role;
var said = joined(ports[at] || []);
if (said === "silent" && state !== "granted" && state !== "unknown") said = "unknown";
told.push({ role: name, answer: said });
if (said === "silent") found.push(explanationOf(facts, "agent-silent", name));
}
return { loopback: state, agents: told, troubles: found };
}
function askAgents(
page,
facts,
granted,
tell
) {
var limitMs = 4000;
var ports = [];
var waiting = 1;
var barred = false;
var over = false;
var abort = page.AbortController && canFetch(page) ? new page.AbortController() : null;
var timer = page.setTimeout(finish, limitMs);
var document = page.document;
if (document.addEventListener) document.addEventListener("securitypolicyviolation", bar, false);
for (var at = 0; facts && at < facts.roles.length; at += 1) ports.push(askRole(at));
settle();
function askRole(index) {
var answers = [];
var agents = facts .roles[index] .agents;
for (var each = 0; each < agents.length; each += 1) {
var agent = agents[each];
for (var port = agent.first; port < agent.first + agent.count; port += 1) {
waiting += 1;
answers.push(granted ? "silent" : "unknown");
var url = agent.scheme + "://" + agent.address + ":" + port + agent.path;
askPort(page, url, abort && abort.signal, noteIn(answers, answers.length - 1));
}
}
return answers;
}
function noteIn(answers, index) {
var noted = false;
return function (answer) {
if (over || noted) return;
noted = true;
answers[index] = answer;
settle();
};
}
function settle() {
waiting -= 1;
if (waiting > 0) return;
page.clearTimeout(timer);
timer = page.setTimeout(finish, 0);
}
function bar(event) {
if (String(event.blockedURI).indexOf("://127.") > 0) barred = true;
}
function finish() {
over = true;
if (document.removeEventListener) {
document.removeEventListener("securitypolicyviolation", bar, false);
}
if (abort) abort.abort();
for (var role = 0; barred && role < ports.length; role += 1) ports[role] .push("unknown");
tell(ports);
}
}
function check(
page,
facts,
excluded,
mayAsk,
done
) {
askLoopback(page, function (before) {
var asks = before !== "denied" && (before !== "prompt" || mayAsk);
askAgents(page, asks ? facts : null, before === "granted", function (ports) {
askLoopback(page, function (state) {
done(checkedOf(facts, excluded, state, ports));
});
});
});
}
function showNotice(page, lines, link, linkWords) {
var document = page.document;
var box = document.createElement("div");
box.setAttribute("role", "alert");
box.lang = "ko";
box.style.cssText =
"padding:16px 20px;border:3px solid #b3261e;background:#fff;color:#1d1d1d;" +
"font-size:17px;line-height:1.6;text-align:left";
for (var at = 0; at < lines.length; at += 1) {
if (at > 0) box.appendChild(document.createElement("br"));
box.appendChild(document.createTextNode(lines[at]));
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
function whenLoaded(page, run) {
if (page.document.readyState === "complete") run();
else if (page.addEventListener) page.addEventListener("load", run, false);
else if (page.attachEvent) page.attachEvent("onload", run);
}
function start(page, facts) {
if (page.jochiCheck) return;
var own = browserOf(seenOn(page));
var served = servedBy(facts.rules, own);
page.jochiCheck = {
browser: own,
served: served.answer,
check: function (callback, mayAsk) {
check(page, facts, served.answer === "no", !!mayAsk, callback);
},
explain: function (error) {
return explain(facts, error);
}
};
if (served.answer !== "no") return;
whenLoaded(page, function () {
var help = explanationOf(facts, "browser-excluded", "");
showNotice(page, served.notice, help.link, facts.linkWords);
});
}
start(page, {"rules":[{"browser":"ie","minimum":9,"notice":["\uBC45\uD06C\uD398\uC774\uB294 Internet Explorer 9 \uC774\uC0C1\uBD80\uD130 \uC11C\uBE44\uC2A4\uB97C \uC9C0\uC6D0\uD569\uB2C8\uB2E4.","\uBE0C\uB77C\uC6B0\uC800 \uC5C5\uADF8\uB808\uC774\uB4DC \uD6C4 \uC11C\uBE44\uC2A4\uB97C \uC774\uC6A9\uD574 \uC8FC\uC2DC\uAE30 \uBC14\uB78D\uB2C8\uB2E4"]}],"roles":[{"role":"nos","agents":[{"scheme":"https","address":"127.0.0.1","first":14440,"count":10,"path":"/"}]},{"role":"ipinside","agents":[{"scheme":"https","address":"127.0.0.1","first":21300,"count":1,"path":"/?t=V"},{"scheme":"wss","address":"127.0.0.1","first":21400,"count":1,"path":"/"}]}],"symptoms":{"popup-blocked":"popup-window-blocked","popup-closed":"verification-error-1","opener-lost":"verification-error-2","timeout":"working-time-over","browser-excluded":"old-browser-message","agent-silent":"install-page-again","agent-silent:nos":"install-page-again","loopback-denied":"install-page-again","agent-silent:ipinside":"ipinside-not-installed"},"page":"https://help.example/jochi.html","linkWords":"\uD574\uACB0 \uBC29\uBC95 \uBCF4\uAE30 (\uC0C8 \uCC3D)"});
})(window);
