/** The classifiers of natural; a deep import, since the package's index prints and reads `.env`. */
declare module "natural/lib/natural/classifiers/index.js" {
  class Classifier {
    addDocument(tokens: readonly string[], label: string): void;
    train(): void;
    classify(tokens: readonly string[]): string;
  }
  export class BayesClassifier extends Classifier {
    constructor(stemmer?: undefined, smoothing?: number);
  }
  export class LogisticRegressionClassifier extends Classifier {}
  export class Context {
    readonly data: unknown;
    constructor(data: unknown);
  }
  export class Element {
    readonly a: string;
    readonly b: Context;
    constructor(label: string, context: Context);
  }
  export class Feature {
    constructor(evaluate: (element: Element) => number, name: string, parameters: readonly string[]);
  }
  export class FeatureSet {
    addFeature(feature: Feature): boolean;
  }
  export class Sample {
    constructor(elements: readonly Element[]);
    addElement(element: Element): void;
  }
  export class MaxEntClassifier {
    constructor(features: FeatureSet, sample: Sample);
    train(maxIterations: number, minImprovement: number): void;
    classify(context: Context): string;
  }
}
