// Jochi: guide small-mixed, edition 2026.11
// jochi-small-mixed-ac42-1: rows web
// jochi-small-mixed-ac42-2: rows block
// jochi-small-mixed-ac42-4: rows name
// jochi-small-mixed-ac42-5: rows wildcard
// jochi-small-mixed-ac42-3 is not in here and needs a person: rows time
// jochi-small-mixed-ac42-6 is not in here and needs a person: rows callback
// Both ways are "DIRECT" or "PROXY host:port"; set them as this network needs.
var serviceWay = "DIRECT";
var otherWay = "DIRECT";

function FindProxyForURL(url, host) {
  var name = host.toLowerCase();
  var port = portOf(url);
  // small-mixed 2026.11: web
  if ((name === "web.example.kr") &&
      (port === 443 || (port >= 8000 && port <= 8010))) return serviceWay;
  // small-mixed 2026.11: block
  if ((name === "block.example.kr") &&
      (port === 443)) return serviceWay;
  // small-mixed 2026.11: name
  if ((name === "only-name.example.kr") &&
      (port === 443)) return serviceWay;
  // small-mixed 2026.11: wildcard
  if ((below(name, ".cdn.example.kr")) &&
      (port === 443)) return serviceWay;
  return otherWay;
}

function portOf(url) {
  var scheme = url.substring(0, url.indexOf(":")).toLowerCase();
  var given = /^[a-z]+:\/\/(?:[^\/?#]*@)?(?:\[[^\]]*\]|[^\/?#:]*):(\d+)/i.exec(url);
  if (given) return Number(given[1]);
  return scheme === "https" || scheme === "wss" ? 443 : scheme === "ftp" ? 21 : 80;
}

function below(name, domain) {
  var at = name.length - domain.length;
  return at > 0 && name.substring(at) === domain;
}
