import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { sectionsOf } from "../../windows/reg-file.ts";
import { keyAt, type RegistryKey, type RegistryValue } from "../../windows/registry.ts";
import type { RegAnswer, RegExe } from "./reg-exe.ts";
import { registry } from "./registry.ts";

const text = (name: string, data: string): RegistryValue => ({
  name,
  value: { type: "REG_SZ", data },
});
const key = (name: string, keys: RegistryKey[] = [], values: RegistryValue[] = []) => ({
  name,
  values,
  keys,
});
const noOutput = { state: "unreadable", failure: "unreadable", code: "NO_OUTPUT" } as const;
const refused = { state: "refused", code: 1 } as const;

/** reg.exe over plain data: it keeps values in the order in which they were made. */
class FakeReg implements RegExe {
  tree = key("", [
    key("HKCU", [
      key("Software", [
        key("Open", [key("Below")], [text("b", "2"), text("a", "1")]),
        key("Closed", [key("Inner")]),
      ]),
      key("Empty"),
    ]),
    key("HKU", [key("S-1-5-19")]),
  ]);
  closed = ["HKCU\\Software\\Closed", "HKU\\S-1-5-19"];
  /** Says nothing and ends with 0, as programs do that are only there by name. */
  silent = false;
  readOnly = false;
  calls: string[] = [];

  #at(path: string): RegistryKey | undefined {
    const isClosed = this.closed.some((each) => `${path}\\`.startsWith(`${each}\\`));
    return isClosed ? undefined : keyAt(this.tree, path);
  }

  async exported(path: string): Promise<RegAnswer<ReturnType<typeof sectionsOf>>> {
    this.calls.push(`export ${path}`);
    if (this.silent) return noOutput;
    const found = this.#at(path);
    return found ? { state: "found", value: sectionsOf(path, found) } : refused;
  }

  async children(path: string): Promise<RegAnswer<string[]>> {
    this.calls.push(`children ${path}`);
    const found = this.#at(path);
    if (this.silent || (found && found.keys.length + found.values.length === 0)) return noOutput;
    return found ? { state: "found", value: found.keys.map(({ name }) => name) } : refused;
  }

  async imported([section]: ReturnType<typeof sectionsOf>): Promise<RegAnswer<null>> {
    const { path, changes } = section!;
    this.calls.push(`import ${changes.map(({ name, value }) => (value ? name : `-${name}`))}`);
    if (this.readOnly) return refused;
    const parts = path.split("\\");
    let at: RegistryKey = this.tree;
    for (const name of parts) {
      const known = keyAt(at, name) ?? key(name);
      if (!at.keys.includes(known)) at.keys.push(known);
      at = known;
    }
    for (const { name, value } of changes) {
      const index = at.values.findIndex((each) => each.name === name);
      if (value === null) at.values.splice(index, 1);
      else if (index < 0) at.values.push({ name, value });
      else at.values[index] = { name, value };
    }
    return { state: "found", value: null };
  }

  async deleted(path: string): Promise<RegAnswer<null>> {
    this.calls.push(`delete ${path}`);
    if (this.readOnly) return refused;
    const parent = keyAt(this.tree, path.slice(0, path.lastIndexOf("\\")));
    parent!.keys = parent!.keys.filter(({ name }) => !path.endsWith(`\\${name}`));
    return { state: "found", value: null };
  }
}

let reg = new FakeReg();
let now = 0;
let own = registry(reg, () => now);
beforeEach(() => {
  reg = new FakeReg();
  now = 0;
  own = registry(reg, () => now);
});

const denied = { state: "unreadable", failure: "not-permitted" };

describe("reading a key", () => {
  it("gives it with everything below", async () => {
    const open = await own.readKey("HKCU\\Software\\Open");
    assert.ok(open.state === "found");
    assert.deepEqual(open.value.keys, [key("Below")]);
  });

  it("tells what is not there from what is closed, by its parent and not by words", async () => {
    assert.deepEqual(await own.readKey("HKCU\\Software\\None"), { state: "absent" });
    assert.deepEqual(await own.readKey("HKCU\\Software\\None\\At\\All"), { state: "absent" });
    assert.deepEqual(await own.readKey("HKCU\\Software\\Closed"), denied);
    assert.deepEqual(await own.readKey("HKCU\\Software\\Closed\\Inner"), denied);
    assert.deepEqual(await own.readKey("HKCU\\Software\\Closed\\None"), denied);
    assert.deepEqual(await own.readKey("HKCU\\Empty\\None"), { state: "absent" });
  });

  it("says that it does not know where the tool said nothing", async () => {
    reg.silent = true;
    assert.deepEqual(await own.readKey("HKCU\\Software\\Open"), noOutput);
    assert.deepEqual(await own.elevated(), noOutput);
  });

  it("does not know whether a name is listed that the console could not show", async () => {
    keyAt(reg.tree, "HKCU\\Software")!.keys.push(key("??"));
    const unknown = { state: "unreadable", failure: "unreadable", code: "CODE_PAGE" };
    assert.deepEqual(await own.readKey("HKCU\\Software\\조치"), unknown);
    assert.deepEqual(await own.readKey("HKCU\\Software\\None"), { state: "absent" });
  });

  it("asks for no path that could mean something else", async () => {
    const wrong = { state: "unreadable", failure: "unreadable", code: "ERR_INVALID_PATH" };
    for (const path of ["/?", "HKCU\\a\nb", "Software"]) {
      assert.deepEqual(await own.readKey(path), wrong);
    }
    assert.deepEqual(reg.calls, []);
  });

  it("reads one key once, until some seconds have gone or something was changed", async () => {
    const read = () => own.readKey("HKCU\\Software\\Open");
    await Promise.all([read(), own.readKey("hkcu\\software\\OPEN"), read()]);
    assert.deepEqual(reg.calls, ["export HKCU\\Software\\Open"]);
    now = 6_000;
    await read();
    assert.equal(reg.calls.length, 2);
    await own.writeKey({ path: "HKCU\\Software\\Open", values: [text("a", "9")] });
    const after = await read();
    assert.deepEqual(after.state === "found" && after.value.values, [text("a", "9")]);
  });
});

describe("writing a key", () => {
  const path = "HKCU\\Software\\Open";
  const write = (values: RegistryValue[] | null, at = path) => own.writeKey({ path: at, values });

  it("leaves exactly the given values, in their order, and what is below", async () => {
    assert.deepEqual(await write([text("a", "1"), text("c", "3"), text("b", "2")]), { ok: true });
    const open = keyAt(reg.tree, path);
    assert.deepEqual(open?.values, [text("a", "1"), text("c", "3"), text("b", "2")]);
    assert.deepEqual(open?.keys, [key("Below")]);
    assert.ok(reg.calls.includes("import -b,-a,a,c,b"));
  });

  it("touches no more than it must where the order comes out right", async () => {
    assert.deepEqual(await write([text("b", "2"), text("d", "4")]), { ok: true });
    assert.ok(reg.calls.includes("import -a,b,d"));
  });

  it("makes a key with its parents, and takes it away again", async () => {
    assert.deepEqual(await write([], "HKCU\\New\\Deep"), { ok: true });
    assert.deepEqual(await write(null, "HKCU\\New\\Deep"), { ok: true });
    assert.deepEqual(keyAt(reg.tree, "HKCU\\New"), key("New"));
    assert.deepEqual(await write(null, "HKCU\\Nobody"), { ok: true });
  });

  it("never takes a key away that has others below it", async () => {
    assert.deepEqual(await write(null), { ok: false, failure: "other", code: "not-empty" });
    assert.ok(!reg.calls.some((call) => call.startsWith("delete")));
  });

  it("says so where it was refused, or where nothing came of it", async () => {
    const closed = await write([text("a", "1")], "HKCU\\Software\\Closed");
    assert.deepEqual(closed, { ok: false, failure: "not-permitted", code: undefined });
    reg.readOnly = true;
    const readOnly = await write([text("a", "2")]);
    assert.deepEqual(readOnly, { ok: false, failure: "not-permitted", code: "REG_1" });
    reg.imported = async () => ({ state: "found", value: null });
    const nothing = await write([text("a", "2")]);
    assert.deepEqual(nothing, { ok: false, failure: "other", code: "NOT_WRITTEN" });
  });
});

it("who may look into the hive of a service account is an administrator", async () => {
  assert.deepEqual(await own.elevated(), { state: "found", value: false });
  now = 6_000;
  reg.closed = [];
  assert.deepEqual(await own.elevated(), { state: "found", value: true });
  now = 12_000;
  reg.tree.keys = [key("HKU", [key(".DEFAULT")])];
  const unknown = { state: "unreadable", failure: "unreadable", code: "NO_SERVICE_HIVE" };
  assert.deepEqual(await own.elevated(), unknown);
});
