// Jochi: guide bankpay-transfer, edition 2018.11
// Both ways are "DIRECT" or "PROXY host:port"; set them as this network needs.
var serviceWay = "DIRECT";
var otherWay = "DIRECT";

function FindProxyForURL(url, host) {
  var name = host.toLowerCase();
  var port = portOf(url);
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
