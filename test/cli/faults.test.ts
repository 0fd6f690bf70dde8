import { spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { holdFolder } from "../../src/cli/hold-folder.ts";
import { patience } from "../patience.ts";
import { MAIN, yoron } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "yoron-faults-"));
const onLinux = process.platform === "linux";
const PAGE = join(folder, "thread.csv");
writeFileSync(
  PAGE,
  "名前,本文,いいね\nみかん,駅前の駐輪場は朝いつも満車です。増やしてほしい。,3\nほたる,歩けばいいのに。,1\n",
);

const filesOf = (out: string) =>
  readdirSync(out, { recursive: true, encoding: "utf8" })
    .filter((name) => lstatSync(join(out, name)).isFile())
    .sort();
const bytesOf = (out: string) => new Map(filesOf(out).map((name) => [name, readFileSync(join(out, name), "base64")]));

describe("a folder that another process writes to", () => {
  const lockOf = (name: string, pid: number, host = hostname()) => {
    const out = join(folder, name);
    mkdirSync(out);
    writeFileSync(join(out, ".yoron-lock"), JSON.stringify({ pid, host }));
    return out;
  };

  test("is told, with who it is and what to do, and left alone", () => {
    const out = lockOf("taken", process.pid);
    const { status, stdout, stderr } = yoron(["analyze", PAGE, "-o", out]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      `yoron: another yoron (process ${process.pid} on ${hostname()}) writes to the folder ${JSON.stringify(out)}; wait for it, or name another with -o; if there is no such process, delete .yoron-lock in it [unwritable]\n`,
    );
    expect(filesOf(out)).toEqual([".yoron-lock"]);
  });

  test("on another machine is told too, since nobody knows whether it is at work", () => {
    const out = lockOf("elsewhere", 1, "another-machine");
    expect(yoron(["analyze", PAGE, "-o", out]).stderr).toContain("(process 1 on another-machine)");
  });

  test("is free again when that process is gone, however it went", () => {
    const gone = spawnSync("true").pid;
    const out = lockOf("gone", gone);
    expect(yoron(["analyze", PAGE, "-o", out, "-q"])).toMatchObject({ status: 0, stderr: "" });
    expect(existsSync(join(out, ".yoron-lock"))).toBe(false);
  });

  test("is cleared of what that process left half written; what another writes there stays", () => {
    const gone = spawnSync("true").pid;
    const out = lockOf("half", gone);
    const half = [`.yoron-${gone}-3.part`, `charts/.yoron-${gone}-32.part`, `tables/.yoron-${gone}-7.part`];
    const others = [`charts/.yoron-${process.pid}-1.part`, "charts/.yoron-x.part"];
    for (const folder of ["charts", "tables"]) mkdirSync(join(out, folder));
    for (const name of [...half, ...others]) writeFileSync(join(out, name), "<svg");
    expect(yoron(["analyze", PAGE, "-o", out, "--tables", "dates", "--no-charts", "--no-report"]).status).toBe(0);
    expect(filesOf(out)).toEqual([...others, "manifest.json", "tables/dates.csv"].sort());
  });

  test.each(["", "{", '{"pid":0,"host":""}'])("is free where its lock was cut off: %j", async (left) => {
    const out = mkdtempSync(join(folder, "cut-off-"));
    writeFileSync(join(out, ".yoron-lock"), left);
    const giveBack = await holdFolder(out);
    expect(JSON.parse(readFileSync(join(out, ".yoron-lock"), "utf8"))).toMatchObject({ pid: process.pid });
    await giveBack();
    expect(readdirSync(out)).toEqual([]);
  });

  test(
    "at once is written by one of them; the other is told",
    async () => {
      const clean = join(folder, "clean");
      expect(yoron(["analyze", PAGE, "-o", clean, "-q"]).status).toBe(0);
      const out = join(folder, "both");
      const runs = await Promise.all(
        [1, 2].map(
          () =>
            new Promise<{ status: number | null; told: string }>((end) => {
              const child = spawn(process.execPath, [MAIN, "analyze", PAGE, "-o", out, "-q"]);
              let told = "";
              child.stderr.on("data", (chunk) => {
                told += chunk;
              });
              child.on("close", (status) => end({ status, told }));
            }),
        ),
      );
      // On a busy machine one may begin only after the other has ended.
      for (const { status, told } of runs.filter(({ status }) => status !== 0)) {
        expect(status).toBe(1);
        expect(told).toMatch(/^yoron: another yoron \(process \d+ on .*\[unwritable\]\n$/u);
      }
      expect(runs.some(({ status }) => status === 0)).toBe(true);
      expect(bytesOf(out)).toEqual(bytesOf(clean));
    },
    patience(60_000),
  );

  test("a run that reads nothing leaves no folder behind", () => {
    const out = join(folder, "nothing");
    expect(yoron(["analyze", join(folder, "absent.html"), "-o", out]).status).toBe(1);
    expect(existsSync(out)).toBe(false);
  });
});

describe.runIf(onLinux)("where nothing more can be written", () => {
  const shell = (script: string) =>
    spawnSync("bash", ["-c", script, "bash", process.execPath, MAIN, PAGE], { encoding: "utf8" });

  test("stdout that is full is told, with status 1", () => {
    const { status, stderr } = shell('"$1" "$2" read "$3" > /dev/full');
    expect([status, stderr]).toEqual([1, "yoron: cannot write to stdout (ENOSPC) [unwritable]\n"]);
  });

  test("a pipe that is closed ends the run quietly, with status 0", () => {
    const { status, stderr } = shell('set -o pipefail; "$1" "$2" table tokens "$3" | true');
    expect([status, stderr]).toEqual([0, ""]);
  });

  test("stderr that is full or closed stops no work", () => {
    for (const to of ["/dev/full", "&-"]) {
      const { stdout } = shell(`"$1" "$2" table comments "$3" "$3.absent" 2>${to}`);
      expect(stdout).toContain("みかん");
    }
  });

  test("a disk that is full in the middle of a run is told in one line; no manifest says that all is there", () => {
    const out = join(folder, "full");
    mkdirSync(join(out, "tables"), { recursive: true });
    symlinkSync("/dev/full", join(out, "tables/entities.csv"));
    writeFileSync(join(out, "manifest.json"), '{"schema":"yoron/manifest@1"}');
    const { status, stdout, stderr } = yoron(["analyze", PAGE, "-o", out, "-q"]);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(
      /^yoron: cannot write the file ".*entities\.csv"; ENOSPC: no space left on device \[unwritable\]\n$/u,
    );
    expect(existsSync(join(out, "manifest.json"))).toBe(false);
    expect(existsSync(join(out, ".yoron-lock"))).toBe(false);
  });
});

describe.runIf(onLinux)("what is no plain file", () => {
  test("is read where it is named: a pipe by its name, once", () => {
    const fifo = join(folder, "named.csv");
    const { status, stdout, stderr } = spawnSync(
      "bash",
      [
        "-c",
        'mkfifo "$4"; cat "$3" > "$4" & "$1" "$2" table comments "$4" --columns text',
        "bash",
        process.execPath,
        MAIN,
        PAGE,
        fifo,
      ],
      { encoding: "utf8", timeout: patience(30_000) },
    );
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("歩けばいいのに。");
  });

  test("is passed over in a folder, where a pipe would be waited for for ever, and told", () => {
    const mixed = join(folder, "mixed");
    mkdirSync(mixed);
    writeFileSync(join(mixed, "thread.csv"), readFileSync(PAGE));
    spawnSync("mkfifo", [join(mixed, "a.csv")]);
    const { status, stdout, stderr } = yoron(["table", "comments", mixed, "--columns", "text"]);
    expect([status, stderr]).toEqual([0, "yoron: note: passed over 1 file: 1 special file (not pages)\n"]);
    expect(stdout).toContain("歩けばいいのに。");
  });

  test("an output folder that is a link is written where it leads, and stays a link", () => {
    mkdirSync(join(folder, "real-out"));
    const link = join(folder, "link-out");
    symlinkSync("real-out", link);
    expect(yoron(["analyze", PAGE, "-o", link, "-q", "--no-charts", "--no-report"]).status).toBe(0);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(filesOf(join(folder, "real-out"))).toContain("manifest.json");
  });
});

describe("names of inputs", () => {
  const names: readonly (readonly [string, string])[] = [
    ["a line break", "港\n町.csv"],
    ["quotes and dollars", `"'\`$(x).csv`],
    ["a leading dash", "-o.csv"],
    ["a form taken apart (NFD)", "か\u3099く\u3099.csv"],
    ["signs of a pattern", "[a]{b}*.csv"],
    ["255 bytes", `${"表".repeat(83)}ab.csv`],
  ];
  const inputs = join(folder, "inputs");
  mkdirSync(inputs);
  for (const [i, [, name]] of names.entries()) writeFileSync(join(inputs, name), `名前,本文\n人${i},意見です${i}\n`);

  test("are read whatever they are, from their folder and by themselves", () => {
    const read = (args: readonly string[]) =>
      yoron(["read", ...args])
        .stdout.trim()
        .split("\n")
        .map((line) => JSON.parse(line).source.path as string);
    const paths = names.map(([, name]) => join(inputs, name));
    expect(read([inputs])).toEqual([...paths].sort());
    expect(read(paths)).toEqual(paths);
  });

  test("that begin with a dash stand behind --", () => {
    const { status, stdout } = spawnSync(process.execPath, [MAIN, "read", "--", "-o.csv"], {
      cwd: inputs,
      encoding: "utf8",
    });
    expect([status, JSON.parse(stdout).source.path]).toEqual([0, "-o.csv"]);
  });

  test.runIf(onLinux)("of bytes that are no UTF-8 are told, and the others are read", () => {
    const other = join(folder, "bytes");
    mkdirSync(other);
    writeFileSync(join(other, "a.csv"), "名前,本文\n人,意見です\n");
    // 表.csv in Shift_JIS.
    writeFileSync(
      Buffer.concat([Buffer.from(`${other}/`), Buffer.of(0x95, 0x5c), Buffer.from(".csv")]),
      "名前,本文\n人,意見\n",
    );
    const { status, stdout, stderr } = yoron(["table", "comments", other, "--columns", "text"]);
    expect([status, stdout]).toEqual([1, "text\r\n意見です\r\n"]);
    expect(stderr).toMatch(
      /^yoron: there is no file of this name, which may have bytes that are no UTF-8 ".*"; rename it, or pipe it: .* \[unreadable\]\n$/u,
    );
  });
});
