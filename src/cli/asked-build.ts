import type { BuildCorpusOptions } from "../index.ts";
import { targetsOf, wordsOf } from "./analyze-inputs.ts";
import { propositionsOf, readOptions } from "./options.ts";
import { privacyOf } from "./privacy.ts";
import type { Values } from "./verb.ts";

/** Returns how a corpus is made, as the options say: how its sources are read, what is asked after, whose words. */
export async function askedBuild(values: Values): Promise<Pick<BuildCorpusOptions, "read" | "privacy" | "analyze">> {
  const targets = await targetsOf(values);
  const propositions = propositionsOf(values);
  return {
    read: readOptions(values),
    privacy: await privacyOf(values),
    analyze: {
      ...(targets === undefined ? {} : { targets }),
      ...(propositions.length === 0 ? {} : { propositions }),
    },
    ...(await wordsOf(values)),
  };
}
