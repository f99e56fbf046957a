import assert from "node:assert/strict";
import { test } from "node:test";
import { fileFailure, socketFailure, streamFailure, tlsFailure } from "./codes.ts";

const tlsCases: [string, string][] = [
  ["ERR_SSL_WRONG_VERSION_NUMBER", "not-tls"],
  ["ERR_SSL_PACKET_LENGTH_TOO_LONG", "not-tls"],
  ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "version"],
  ["ERR_SSL_UNSUPPORTED_PROTOCOL", "version"],
  ["ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE", "handshake-failure"],
  ["ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE", "handshake-failure"],
  ["ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED", "client-certificate-required"],
  ["ERR_SSL_TLSV1_ALERT_UNKNOWN_CA", "client-certificate-required"],
  ["ERR_SSL_TLSV1_UNRECOGNIZED_NAME", "alert"],
  ["ERR_SSL_TLSV1_ALERT_ACCESS_DENIED", "alert"],
  ["ERR_SSL_NO_SUITABLE_KEY_SHARE", "other"],
];
for (const [code, failure] of tlsCases) {
  test(`${code} is ${failure}`, () => assert.deepEqual(tlsFailure({ code }), { failure, code }));
}

test("an orderly end and a reset have one code and two meanings", () => {
  const code = "ECONNRESET";
  assert.equal(tlsFailure({ code }).failure, "closed");
  assert.equal(tlsFailure({ code, syscall: "read" }).failure, "reset");
  assert.equal(socketFailure({ code }).failure, "closed");
  assert.equal(streamFailure({ code, syscall: "write" }).failure, "reset");
});

test("every ICMP answer to a connection request is one about the host or the net", () => {
  const syscall = "connect";
  for (const code of ["EHOSTUNREACH", "EHOSTDOWN", "ENONET", "ENOPROTOOPT", "EPROTO"]) {
    assert.equal(socketFailure({ code, syscall }).failure, "host-unreachable", code);
  }
  assert.equal(socketFailure({ code: "EPROTO", syscall: "write" }).failure, "other");
});

test("a reset while connecting is a reset, and no refusal", () => {
  const code = "ECONNRESET";
  assert.deepEqual(socketFailure({ code, syscall: "connect" }), { failure: "reset", code });
});

test("the message is never looked at", () => {
  const error = Object.assign(new Error("연결이 거부되었습니다 ECONNREFUSED"), {
    code: "EHOSTUNREACH",
  });
  assert.equal(socketFailure(error).failure, "host-unreachable");
  assert.deepEqual(socketFailure(new Error("ECONNREFUSED")), { failure: "other", code: "Error" });
});

test("a file that may not be read is not one that is missing", () => {
  assert.equal(fileFailure({ code: "EACCES" }).failure, "not-permitted");
  assert.equal(fileFailure({ code: "EISDIR" }).failure, "unreadable");
});
