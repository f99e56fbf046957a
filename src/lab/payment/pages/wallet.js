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
  const { first, count } = agent.ports;
  for (let port = first; port < first + count; port += 1) {
    agent.at = `https://${agent.address}:${port}`;
    const text = agent.role === "nos" ? await ask(agent, agent.path) : await call(agent);
    if (text?.includes(agent.expect)) return true;
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
  if (!/Edg\/|Chrome\/|Firefox\/|OPR\/|Trident\/|MSIE /.test(navigator.userAgent)) {
    return notice("environment-unsupported");
  }
  if (!agent) return list(["인증서"]);
  const addOn = await ask(agent, "/?code=addon");
  if (addOn !== answers.right) return notice("nos-not-installed");
  const names = await ask(agent, "/?code=certificates");
  // Without an answer no window opens, and nothing says so.
  if (names !== undefined) list(JSON.parse(names));
}

function list(names) {
  const group = document.getElementById("list");
  for (const name of names) {
    const label = document.createElement("label");
    const choice = document.createElement("input");
    Object.assign(choice, { type: "radio", name: "certificate", value: name, required: true });
    label.append(choice, ` ${name}`);
    group.append(label);
  }
  fill(document.getElementById("complete"), fields);
  document.getElementById("window").showModal();
  at("certificates");
}
