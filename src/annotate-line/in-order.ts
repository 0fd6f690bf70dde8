/**
 * Returns what is made of each item, in the order of the items, while at most `ahead` are in the making.
 *
 * What is made is given as soon as all before it are, though the next item may be long in coming. An error of the items, or of
 * what is made of them, comes in its place and ends the whole.
 */
export async function* inOrder<Item, Made>(
  items: AsyncIterable<Item>,
  ahead: number,
  make: (item: Item) => Promise<Made>,
): AsyncGenerator<Made, void, undefined> {
  const making: Promise<Made>[] = [];
  let ended = false;
  let wake = () => {};
  const changed = () =>
    new Promise<void>((resolve) => {
      wake = resolve;
    });
  const taking = (async () => {
    try {
      for await (const item of items) {
        while (making.length >= ahead && !ended) await changed();
        if (ended) return;
        const made = make(item);
        // Its error is told when its turn comes.
        made.catch(() => {});
        making.push(made);
        wake();
      }
    } catch (error) {
      const failed = Promise.reject(error);
      failed.catch(() => {});
      making.push(failed);
    } finally {
      ended = true;
      wake();
    }
  })();
  try {
    while (making.length > 0 || !ended) {
      const next = making[0];
      if (next === undefined) {
        await changed();
        continue;
      }
      const made = await next;
      making.shift();
      wake();
      yield made;
    }
    await taking;
  } finally {
    ended = true;
    wake();
  }
}
