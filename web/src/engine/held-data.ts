// SPDX-License-Identifier: MIT
/**
 * A reader's own samples go to an engine once, and not with every run: copying a large table takes longer than a
 * frame. Both sides keep the last samples.
 */
import type { RunSettings } from '../../../wasm/types.ts';

interface Samples {
  inputs: unknown;
  targets: unknown;
}

/** A data set in a request: with its samples, which the host is to keep, or without, if it has them. */
type Sent = Partial<Samples> & { held?: true };

/** The settings with another data set, or as they are if that is undefined. */
function withDataset(
  settings: RunSettings,
  change: (dataset: Sent) => Sent | undefined,
): RunSettings {
  const problem = settings.problem as { dataset?: Sent } | undefined;
  const dataset = problem?.dataset && change(problem.dataset);
  return dataset ? ({ ...settings, problem: { ...problem, dataset } } as RunSettings) : settings;
}

/** The side of the page. */
export class SentData {
  #last: unknown;

  /** The settings as they are sent. */
  lean(settings: RunSettings): RunSettings {
    return withDataset(settings, ({ inputs, targets, ...rest }) => {
      if (!inputs) return undefined;
      const known = inputs === this.#last;
      this.#last = inputs;
      return { ...rest, ...(!known && { inputs, targets }), held: true };
    });
  }
}

/** The side of the engine. */
export class HeldData {
  #last: Samples | undefined;

  /** The settings as they were before they were sent. */
  whole(settings: RunSettings): RunSettings {
    return withDataset(settings, ({ held, ...sent }) => {
      if (!held) return undefined;
      const { inputs, targets, ...rest } = { ...this.#last, ...sent };
      this.#last = { inputs, targets };
      return { ...rest, inputs, targets };
    });
  }
}
