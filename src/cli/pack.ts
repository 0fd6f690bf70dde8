import { sparkArchive } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const pack: Verb = {
  name: "pack",
  usage: "yoron pack --spark -o yoron-spark.tar.gz",
  options: {
    spark: { type: "boolean", help: ({ options }) => options.spark },
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.archive },
    node: { type: "string", value: "FILE", help: ({ options }) => options.node },
    "node-licence": { type: "string", value: "FILE", help: ({ options }) => options.nodeLicence },
  },
  examples: [
    "yoron pack --spark -o yoron-spark.tar.gz",
    "yoron pack --spark --node node-v20.20.2-linux-arm64/bin/node -o yoron-spark-arm64.tar.gz",
  ],
  async run({ positionals, values, io }) {
    const { usage, done, progress } = said();
    if (positionals.length > 0) throw usageError(usage.packNone, positionals[0]);
    if (values.spark !== true)
      throw usageError(usage.packWhat, undefined, usage.asIn("yoron pack --spark -o yoron-spark.tar.gz"));
    const output = stringOf(values, "output");
    if (output === undefined) throw usageError(usage.packWhere, undefined, usage.asIn("-o yoron-spark.tar.gz"));
    if (!/\.(?:tar\.gz|tgz)$/.test(output))
      throw usageError(usage.packKind, output, usage.asIn("-o yoron-spark.tar.gz"));
    const [node, nodeLicence] = [stringOf(values, "node"), stringOf(values, "node-licence")];
    io.progress(progress.packing);
    const { manifest, content } = await sparkArchive({
      ...(node === undefined ? {} : { node }),
      ...(nodeLicence === undefined ? {} : { nodeLicence }),
    });
    await writeWhole(output, content());
    io.progress("");
    io.done(done.archive(output, manifest.platform, manifest.node.glibc));
    return 0;
  },
};
