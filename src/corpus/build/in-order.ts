/**
 * Returns what comes of inputs, in their order, while at most `ahead` of them are under way.
 *
 * @example
 * for await (const size of inOrder(paths, 4, sizeOf)) total += size;
 */
export async function* inOrder<Input, Output>(
  inputs: readonly Input[],
  ahead: number,
  work: (input: Input) => Promise<Output>,
): AsyncGenerator<Output, void, undefined> {
  const running: Promise<Output>[] = [];
  let started = 0;
  for (let done = 0; done < inputs.length; done++) {
    while (started < inputs.length && running.length < ahead) {
      const run = work(inputs[started++]!);
      // What fails behind another failure is told by that one.
      run.catch(() => {});
      running.push(run);
    }
    yield await running.shift()!;
  }
}
