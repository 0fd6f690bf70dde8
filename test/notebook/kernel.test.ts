import { describe, expect, it } from "vitest";
import { findKernel } from "../../src/notebook/kernel.ts";

const bundle = { "image/png": Buffer.from("PNG").toString("base64"), "text/plain": "votes" };

describe("the kernel that code runs in", () => {
  it("is none in plain Node", () => {
    expect(findKernel({})).toBe(null);
    expect(findKernel()).toBe(null);
  });

  it("is none in Deno outside its kernel, which throws where it is asked", () => {
    const Deno = Object.defineProperty({}, "jupyter", {
      get: () => {
        throw new Error("Deno.jupyter is only available in `deno jupyter`");
      },
    });
    expect(findKernel({ Deno })).toBe(null);
  });

  it("is Deno's: one message with all types", async () => {
    const sent: unknown[] = [];
    await findKernel({ Deno: { jupyter: { broadcast: async (...message: unknown[]) => sent.push(message) } } })?.(
      bundle,
    );
    expect(sent).toEqual([["display_data", { data: bundle, metadata: {}, transient: {} }]]);
  });

  it("is tslab: one message with all types through its writer", async () => {
    const sent: unknown[] = [];
    const cache = {
      "/x/tslab/dist/jupyter.js": { exports: { lastWriteDisplayData: (data: object) => sent.push(data) } },
    };
    await findKernel({ __tslab__: { require: Object.assign(() => ({}), { cache }) } })?.(bundle);
    expect(sent).toEqual([{ data: bundle, metadata: {}, transient: {} }]);
  });

  it("is a tslab whose writer is not found: the picture through its public display", async () => {
    const sent: unknown[] = [];
    const display = { raw: (type: string, content: Uint8Array) => sent.push([type, Buffer.from(content).toString()]) };
    await findKernel({ __tslab__: { require: () => ({ display }) } })?.(bundle);
    expect(sent).toEqual([["image/png", "PNG"]]);
  });
});
