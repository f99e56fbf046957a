const { limits, agents, fields } = payment;
const answers = {
  right: "59615036FA2C1A9EFC35D43EC6C77269",
  proxy: "2EA074D6A53044138EC6DB91CFE2691D",
  remote: "REMOTE",
};
/** For an agent that accepts and then says nothing, ms. */
const patienceMs = 3_000;
const shop = urlOf(payment.shop);

start();

async function start() {
  // A payment of this browser is still on: a second one is not begun.
  if (/\bpaying=1\b/.test(document.cookie)) return close();
  opener?.postMessage({ said: "ready" }, shop);
  for (const agent of agents) {
    if (!(await find(agent))) return install(agent);
  }
  const agent = agents.find(({ role }) => role === "nos") ?? agents[0];
  if (agent && (await refuses(agent))) return;
  at("wallet");
  document.getElementById("state").textContent = "결제할 인증서를 골라 주십시오.";
  const choose = document.getElementById("choose");
  choose.hidden = false;
  choose.addEventListener("click", () => openCertificates(agent));
  if (agent) watch(agent);
}

function at(place) {
  document.body.dataset.at = place;
}

/** The page where the program is to be had: it comes again for as long as nobody answers. */
function install({ id }) {
  location.href = `/install?agent=${encodeURIComponent(id)}`;
}

/** Looks for the agent at each of its ports, and remembers where it answered. */
async function find(agent) {
  for (const { address, ports } of [agent, ...agent.older]) {
    for (let port = ports.first; port < ports.first + ports.count; port += 1) {
      agent.at = `https://${address}:${port}`;
      const text = agent.role === "nos" ? await ask(agent, agent.path) : await call(agent);
      if (text?.includes(agent.expect)) return true;
    }
  }
  return false;
}

async function ask({ at }, path) {
  try {
    const answer = await fetch(at + path, {
      cache: "no-store",
      signal: AbortSignal.timeout(patienceMs),
    });
    return await answer.text();
  } catch {
    return undefined;
  }
}

/** A script whose only line calls back: how pages asked when nothing else crossed origins. */
function call({ at, path }) {
  return new Promise((resolve) => {
    const script = document.createElement("script");
    const end = (text) => {
      clearTimeout(limit);
      script.remove();
      resolve(text);
    };
    const limit = setTimeout(end, patienceMs);
    window.answered = end;
    script.onerror = () => end(undefined);
    script.src = `${at}${path}${path.includes("?") ? "&" : "?"}callback=answered`;
    document.head.append(script);
  });
}

async function refuses(agent) {
  const state = await ask(agent, "/?code=state");
  if (state === answers.proxy) notice("nos-proxy-detected");
  else if (state === answers.remote) notice("nos-remote-session");
  else return false;
  at("refused");
  return true;
}

/** The page keeps asking while it is open; so many silences in a row end it. */
function watch(agent) {
  let failures = 0;
  const next = async () => {
    failures = (await ask(agent, agent.path))?.includes(agent.expect) ? 0 : failures + 1;
    if (failures < limits.mostFailures) return setTimeout(next, limits.askMs);
    at("disconnected");
    notice("nos-connection-poor");
  };
  next();
}

async function openCertificates(agent) {
  at("choosing");
  if (!isKnown(navigator.userAgent)) return notice("environment-unsupported");
  if (!agent) return list(payment.certificates);
  const addOn = await ask(agent, "/?code=addon");
  if (addOn !== answers.right) return notice("nos-not-installed");
  const names = await ask(agent, "/?code=certificates");
  // Without an answer no window opens, and nothing says so.
  if (names !== undefined) list(JSON.parse(names));
}

/** The first of these names stands for the browser: most name those that they descend from as well. */
function isKnown(userAgent) {
  const names = { "Edg/": "edge", "Firefox/": "firefox", "Chrome/": "chrome" };
  const name = Object.keys(names).find((each) => userAgent.includes(each));
  if (name === undefined) return /OPR\/|Trident\/|MSIE /.test(userAgent);
  const version = Number.parseInt(userAgent.split(name)[1], 10);
  const rule = payment.browsers.find(({ browser }) => browser === names[name]);
  return rule === undefined || version >= rule.minimumVersion;
}

function list(certificates) {
  const group = document.getElementById("list");
  for (const { name, ended } of certificates) {
    const label = document.createElement("label");
    const choice = document.createElement("input");
    Object.assign(choice, { type: "radio", name: "certificate", value: name, required: true });
    label.append(choice, ` ${name}${ended ? " · 만료" : ""}`);
    group.append(label);
  }
  const form = document.getElementById("complete");
  fill(form, fields);
  form.addEventListener("submit", (event) => {
    const chosen = new FormData(form).get("certificate");
    if (!certificates.find(({ name }) => name === chosen)?.ended) return;
    event.preventDefault();
    document.getElementById("window").close();
    document.getElementById("state").textContent = "만료된 인증서입니다.";
    at("expired");
  });
  document.getElementById("window").showModal();
  at("certificates");
}
