const wanted = new URLSearchParams(location.search).get("agent");
const agent = payment.agents.find(({ id }) => id === wanted);
if (agent) {
  document.getElementById("program").textContent = agent.program;
  document.getElementById("download").href = agent.download;
  document.body.dataset.agent = agent.id;
}
