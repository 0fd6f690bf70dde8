import { Script } from "node:vm";

const RUN = new Script("run()");

/**
 * Returns the result of synchronous work of a package that can go in circles over damaged bytes, and breaks it off
 * after a time that no whole file needs: two seconds, and ten for each megabyte.
 */
export function inTime<T>(bytes: number, work: () => T): T {
  const timeout = 2000 + Math.ceil(bytes / 100);
  return RUN.runInNewContext({ run: work }, { timeout }) as T;
}
