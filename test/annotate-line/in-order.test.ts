import { expect, test } from "vitest";
import { inOrder } from "../../src/annotate-line/in-order.ts";

const later = <T>(ms: number, value: T) => new Promise<T>((resolve) => setTimeout(() => resolve(value), ms));

async function* itemsOf(items: readonly number[]) {
  yield* items;
}

async function gathered<T>(made: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of made) all.push(one);
  return all;
}

test.each([1, 2, 7])("what is ready sooner waits for its turn, %i in the making at most", async (ahead) => {
  let making = 0;
  let most = 0;
  const make = async (ms: number) => {
    most = Math.max(most, ++making);
    const made = await later(ms, ms);
    making--;
    return made;
  };
  const items = [30, 1, 20, 2, 10, 3, 0];
  expect(await gathered(inOrder(itemsOf(items), ahead, make))).toEqual(items);
  expect(most).toBeLessThanOrEqual(ahead);
  if (ahead > 1) expect(most).toBeGreaterThan(1);
});

test("what is ready is given though the next item is long in coming", async () => {
  let come = () => {};
  const second = new Promise<void>((resolve) => {
    come = resolve;
  });
  async function* items() {
    yield 1;
    await second;
    yield 2;
  }
  const made = inOrder(items(), 4, async (item) => item);
  expect((await made.next()).value).toBe(1);
  come();
  expect((await made.next()).value).toBe(2);
  expect((await made.next()).done).toBe(true);
});

test("an error comes in its place, of an item as of what is made of it", async () => {
  async function* breaking() {
    yield 1;
    throw new Error("the pipe broke");
  }
  const made = inOrder(breaking(), 4, async (item) => item);
  expect((await made.next()).value).toBe(1);
  await expect(made.next()).rejects.toThrow("the pipe broke");
  const failing = inOrder(itemsOf([1, 2, 3]), 4, async (item) => {
    if (item === 2) throw new Error("two");
    return item;
  });
  expect((await failing.next()).value).toBe(1);
  await expect(failing.next()).rejects.toThrow("two");
});

test("who stops early stops the making", async () => {
  let asked = 0;
  for await (const _ of inOrder(itemsOf(Array.from({ length: 100 }, (_, i) => i)), 3, async () => ++asked)) break;
  await later(5, null);
  expect(asked).toBeLessThanOrEqual(4);
});
