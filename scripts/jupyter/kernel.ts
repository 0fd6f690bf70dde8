import { type ChildProcess, spawn } from "node:child_process";
import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Dealer, Subscriber } from "zeromq";
import type { KernelSpec } from "./kernel-specs.ts";

/** A message of the Jupyter protocol (version 5.3), without its routing. */
export interface Message {
  readonly type: string;
  readonly parent: string | null;
  readonly content: Readonly<Record<string, unknown>>;
}

const DELIMITER = "<IDS|MSG>";
/** How long the line must be silent after a cell's `idle`: Deno's kernel may send outputs after it. */
const QUIET = 120;
/** How often a kernel is started whose ports were taken. */
const MOST_STARTS = 3;
const CELL_LIMIT = 60_000;

/** A running Jupyter kernel: our own client, since nbclient loses what comes after `idle`. */
export class Kernel {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly #key: string;
  readonly #shell = new Dealer();
  readonly #iopub = new Subscriber();
  readonly #told: Message[] = [];
  readonly #replies: Message[] = [];
  #heardAt = 0;
  #log = "";

  private constructor(process: ChildProcess, folder: string, key: string) {
    this.#process = process;
    this.#folder = folder;
    this.#key = key;
    for (const stream of [process.stdout, process.stderr])
      stream?.on("data", (chunk: Buffer) => {
        this.#log = (this.#log + chunk.toString()).slice(-4000);
      });
  }

  /** Starts a kernel in a folder and waits until it answers. */
  static async start(spec: KernelSpec, cwd: string): Promise<Kernel> {
    for (let attempt = 1; ; attempt++) {
      const kernel = await Kernel.#begin(spec, cwd);
      try {
        await kernel.#ready();
        return kernel;
      } catch (error) {
        await kernel.close();
        // Between being found free and being taken a port may have become another's.
        if (attempt === MOST_STARTS || !/AddrInUse|EADDRINUSE|Address already in use/.test(kernel.#log)) throw error;
      }
    }
  }

  static async #begin(spec: KernelSpec, cwd: string): Promise<Kernel> {
    const folder = mkdtempSync(join(tmpdir(), "yoron-kernel-"));
    const key = randomUUID();
    const [shell, iopub, stdin, control, heartbeat] = await freePorts(5);
    const connection = {
      transport: "tcp",
      ip: "127.0.0.1",
      key,
      signature_scheme: "hmac-sha256",
      shell_port: shell,
      iopub_port: iopub,
      stdin_port: stdin,
      control_port: control,
      hb_port: heartbeat,
      kernel_name: spec.name,
    };
    const file = join(folder, "connection.json");
    writeFileSync(file, JSON.stringify(connection));
    const [command, ...args] = spec.command(file);
    const child = spawn(command!, args, {
      cwd,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, NO_COLOR: "1" },
    });
    const kernel = new Kernel(child, folder, key);
    kernel.#shell.connect(`tcp://127.0.0.1:${shell}`);
    kernel.#iopub.connect(`tcp://127.0.0.1:${iopub}`);
    kernel.#iopub.subscribe();
    void kernel.#listen(kernel.#shell, kernel.#replies);
    void kernel.#listen(kernel.#iopub, kernel.#told);
    return kernel;
  }

  /** Runs a cell; gives the reply and everything the kernel told meanwhile, also after `idle`. */
  async execute(code: string): Promise<{ readonly reply: Message; readonly told: readonly Message[] }> {
    this.#told.length = 0;
    const id = await this.#send("execute_request", {
      code,
      silent: false,
      store_history: true,
      user_expressions: {},
      allow_stdin: false,
      stop_on_error: true,
    });
    const reply = await this.#until(() => this.#replies.find(({ parent }) => parent === id), CELL_LIMIT);
    const isIdle = ({ type, parent, content }: Message) =>
      type === "status" && parent === id && content.execution_state === "idle";
    await this.#until(() => this.#told.find(isIdle), CELL_LIMIT);
    await this.#until(() => (Date.now() - this.#heardAt > QUIET ? true : undefined), CELL_LIMIT);
    return { reply, told: this.#told.filter(({ parent }) => parent === id) };
  }

  /** Ends the kernel. */
  async close(): Promise<void> {
    this.#shell.close();
    this.#iopub.close();
    if (this.#process.exitCode === null) {
      const ended = once(this.#process, "exit");
      this.#process.kill("SIGTERM");
      const timer = setTimeout(() => this.#process.kill("SIGKILL"), 2000);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Asks until the kernel answers on both lines: what it tells before we have subscribed is lost. */
  async #ready(): Promise<void> {
    for (let attempt = 0; attempt < 40; attempt++) {
      const id = await this.#send("kernel_info_request", {});
      const heard = () =>
        this.#replies.some(({ parent }) => parent === id) && this.#told.some(({ parent }) => parent === id);
      const answered = await this.#until(() => (heard() ? true : undefined), 1000).catch(() => false);
      if (answered) return;
    }
    throw new Error(`the kernel does not answer\n${this.#log}`);
  }

  async #send(type: string, content: object): Promise<string> {
    const id = randomUUID();
    const header = {
      msg_id: id,
      session: this.#key,
      username: "yoron",
      date: new Date().toISOString(),
      msg_type: type,
      version: "5.3",
    };
    const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
    const signature = createHmac("sha256", this.#key).update(parts.join("")).digest("hex");
    await this.#shell.send([DELIMITER, signature, ...parts]);
    return id;
  }

  async #listen(socket: AsyncIterable<Buffer[]>, into: Message[]): Promise<void> {
    for await (const frames of socket) {
      const at = frames.findIndex((frame) => frame.toString() === DELIMITER);
      const [header, parent, , content] = frames.slice(at + 2, at + 6).map((frame) => JSON.parse(frame.toString()));
      into.push({ type: header.msg_type, parent: parent.msg_id ?? null, content });
      this.#heardAt = Date.now();
    }
  }

  async #until<T>(found: () => T | undefined, limit: number): Promise<T> {
    const deadline = Date.now() + limit;
    for (;;) {
      const value = found();
      if (value !== undefined) return value;
      if (this.#process.exitCode !== null) throw new Error(`the kernel ended by itself\n${this.#log}`);
      if (Date.now() > deadline) throw new Error(`no answer within ${limit / 1000} s\n${this.#log}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer().listen(0, "127.0.0.1");
      await once(server, "listening");
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
