// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import { phrase, type Phrase } from '../../language/phrase.ts';
import type { Values } from '../settings.ts';
import { defaultsFor, type LinkDefaults } from './defaults.ts';
import { fittingRate } from './fitting-rate.ts';
import type { Notices } from './notices.ts';
import type { RatedProblem } from './problem-link.ts';
import { problemLinkOf } from './problem-links.ts';
import type { RacerFields } from './racer-fields.ts';

/** Chooses the learning rates that a link leaves out. */
export class ChosenRates {
  readonly #catalog: Catalog;
  readonly #defaults: LinkDefaults;
  readonly #problem: RatedProblem;
  /** The chosen rates that differ from the defaults: `0.01 for SGD`. */
  readonly #chosen = new Map<string, Phrase>();

  constructor(catalog: Catalog, defaults: LinkDefaults, problem: RatedProblem) {
    this.#catalog = catalog;
    this.#defaults = defaults;
    this.#problem = problem;
  }

  /** The default rate of an optimizer on this problem, if the table has one. */
  of(optimizer: string, fields: RacerFields): Values {
    const rate = fittingRate(this.#catalog, this.#defaults, this.#problem, optimizer);
    if (rate === undefined) return {};
    const usual = defaultsFor(this.#defaults.optimizers, optimizer).learningRate;
    if (!fields.has('learningRate') && rate !== usual) {
      const name = this.#catalog.optimizers.find(({ id }) => id === optimizer)?.name ?? optimizer;
      const values = { rate: String(rate), name };
      this.#chosen.set(Object.values(values).join(), phrase('{rate} for {name}', values));
    }
    return { learningRate: rate };
  }

  say(notices: Notices): void {
    if (this.#chosen.size === 0) return;
    const { chosen } = problemLinkOf(this.#problem);
    notices.chosen({ text: chosen, values: { rates: [...this.#chosen.values()] } });
  }
}
