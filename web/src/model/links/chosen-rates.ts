// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import { plain } from '../../format/number.ts';
import { kindOf } from '../problem-kinds.ts';
import type { Values } from '../settings.ts';
import { defaultsFor, type LinkDefaults } from './defaults.ts';
import { fittingRate } from './fitting-rate.ts';
import type { Notices } from './notices.ts';
import type { RatedProblem } from './problem-link.ts';
import type { RacerFields } from './racer-fields.ts';

/** Chooses the learning rates that a link leaves out. */
export class ChosenRates {
  readonly #catalog: Catalog;
  readonly #defaults: LinkDefaults;
  readonly #problem: RatedProblem;
  /** The chosen rates that differ from the defaults, as text: `0.01 for SGD`. */
  readonly #chosen = new Set<string>();

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
      this.#chosen.add(`${plain(rate)} for ${name}`);
    }
    return { learningRate: rate };
  }

  say(notices: Notices): void {
    if (this.#chosen.size === 0) return;
    const rates = new Intl.ListFormat('en').format(this.#chosen);
    const { noun } = kindOf(this.#problem);
    notices.chosen(`leaves out learning rates. Fall Line chose what suits this ${noun}: ${rates}`);
  }
}
