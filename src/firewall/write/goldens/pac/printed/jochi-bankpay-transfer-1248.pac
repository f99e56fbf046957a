// Jochi: guide bankpay-transfer, edition 2018.11
// jochi-bankpay-transfer-1248-1: rows bwt-nprotect2-net, report-nprotect-net
// jochi-bankpay-transfer-1248-2: rows bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
// jochi-bankpay-transfer-1248-3: rows pg-bankpay-or-kr, mobile-bankpay-or-kr
// jochi-bankpay-transfer-1248-4: rows ds-yessign-or-kr
// Both ways are "DIRECT" or "PROXY host:port"; set them as this network needs.
var serviceWay = "DIRECT";
var otherWay = "DIRECT";

function FindProxyForURL(url, host) {
  var name = host.toLowerCase();
  var port = portOf(url);
  // bankpay-transfer 2018.11: bwt-nprotect2-net, report-nprotect-net
  if ((name === "bwt.nprotect2.net" ||
       name === "report.nprotect.net") &&
      (port === 80)) return serviceWay;
  // bankpay-transfer 2018.11: bwt-nprotect2-net, supdate-nprotect-net, www-yessign-or-kr
  if ((name === "bwt.nprotect2.net" ||
       name === "supdate.nprotect.net" ||
       name === "www.yessign.or.kr") &&
      (port === 443)) return serviceWay;
  // bankpay-transfer 2018.11: pg-bankpay-or-kr, mobile-bankpay-or-kr
  if ((name === "pg.bankpay.or.kr" ||
       name === "mobile.bankpay.or.kr") &&
      (port === 80 || port === 443 || port === 5310 || port === 7443 || port === 8080)) return serviceWay;
  // bankpay-transfer 2018.11: ds-yessign-or-kr
  if ((name === "ds.yessign.or.kr") &&
      (port === 389)) return serviceWay;
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
