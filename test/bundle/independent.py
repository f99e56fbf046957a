"""Verifies a bundle with nothing of the program: Python's own ZIP and JSON, and the openssl command.

Usage: independent.py BUNDLE FINGERPRINT DAY. Says what it found as JSON; exit code 1 where it does not trust it.
"""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
import zipfile


class Distrust(Exception):
    pass


def need(holds, why):
    if not holds:
        raise Distrust(why)


def canonical(value):
    """OLPC canonical JSON, written by itself and not with json.dumps."""
    if value is True:
        return b"true"
    if value is False:
        return b"false"
    if value is None:
        return b"null"
    if isinstance(value, int):
        return str(value).encode()
    if isinstance(value, str):
        out = value.replace("\\", "\\\\").replace('"', '\\"')
        return b'"' + out.encode("utf-8") + b'"'
    if isinstance(value, list):
        return b"[" + b",".join(canonical(one) for one in value) + b"]"
    if isinstance(value, dict):
        pairs = [canonical(key) + b":" + canonical(value[key]) for key in sorted(value)]
        return b"{" + b",".join(pairs) + b"}"
    raise Distrust("no canonical form")


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def openssl_verifies(public, data, signature):
    """One signature, by `openssl pkeyutl`; the key as SubjectPublicKeyInfo of RFC 8410."""
    spki = bytes.fromhex("302a300506032b6570032100") + public
    with tempfile.TemporaryDirectory() as folder:
        paths = {}
        for name, content in (("key", spki), ("data", data), ("sig", signature)):
            paths[name] = os.path.join(folder, name)
            with open(paths[name], "wb") as file:
                file.write(content)
        command = ["openssl", "pkeyutl", "-verify", "-rawin", "-pubin", "-keyform", "DER"]
        command += ["-inkey", paths["key"], "-in", paths["data"], "-sigfile", paths["sig"]]
        done = subprocess.run(command, capture_output=True, check=False)
        return done.returncode == 0


def signers(envelope, keys, keyids):
    data = canonical(envelope["signed"])
    good = set()
    for one in envelope["signatures"]:
        key = keys.get(one["keyid"])
        if key is None or one["keyid"] not in keyids:
            continue
        need(sha256(canonical(key)) == one["keyid"], "key id")
        if openssl_verifies(bytes.fromhex(key["keyval"]["public"]), data, bytes.fromhex(one["sig"])):
            good.add(one["keyid"])
    return good


def verify(path, fingerprint, day):
    bundle = zipfile.ZipFile(path)
    names = bundle.namelist()
    need(len(names) == len(set(names)), "a name twice")
    load = lambda name: json.loads(bundle.read(name).decode("utf-8"))
    count = sum(1 for name in names if name.endswith(".root.json"))
    roots = [load(f"metadata/{version}.root.json") for version in range(1, count + 1)]
    prints = [sha256(canonical(root["signed"])) for root in roots]
    need(fingerprint in prints, "fingerprint")
    for at, root in enumerate(roots):
        need(root["signed"]["version"] == at + 1, "root version")
        for judge in roots[max(0, at - 1) : at + 1]:
            role = judge["signed"]["roles"]["root"]
            good = signers(root, judge["signed"]["keys"], role["keyids"])
            need(len(good) >= role["threshold"], f"root {at + 1}")
    root = roots[-1]["signed"]
    keys = {**root["keys"], **root["delegations"]["keys"]}
    quorums = {**root["roles"], **{role["name"]: role for role in root["delegations"]["roles"]}}
    files = {name: load(f"metadata/{name}.json") for name in quorums if name != "root"}
    signed_by = {}
    for name, envelope in files.items():
        quorum = quorums[name]
        good = signers(envelope, keys, quorum["keyids"])
        need(len(good) >= quorum["threshold"], name)
        need(envelope["signed"]["expires"][:10] > day, f"{name} expired")
        signed_by[name] = sorted(good)
    need(root["expires"][:10] > day, "root expired")
    listings = [name for name in files if name not in ("snapshot", "timestamp")]
    named = {"snapshot": files["timestamp"]["signed"]["meta"]["snapshot.json"]}
    for name in listings:
        named[name] = files["snapshot"]["signed"]["meta"][f"{name}.json"]
    for name, meta in named.items():
        signed = files[name]["signed"]
        need(signed["version"] == meta["version"], f"{name} version")
        need(sha256(canonical(signed)) == meta["signed_sha256"], f"{name} mixed")
    targets = {}
    for name in listings:
        targets.update(files[name]["signed"]["targets"])
    metadata = {name for name in names if name.startswith("metadata/")}
    need(set(names) - metadata == set(targets), "files and lists differ")
    for name, target in targets.items():
        data = bundle.read(name)
        need(len(data) == target["length"], f"{name} size")
        need(sha256(data) == target["hashes"]["sha256"], f"{name} hash")
    return {"fingerprint": prints[-1], "signedBy": signed_by, "files": sorted(targets)}


if __name__ == "__main__":
    try:
        print(json.dumps(verify(*sys.argv[1:4])))
    except Distrust as why:
        print(json.dumps({"refused": str(why)}))
        sys.exit(1)
