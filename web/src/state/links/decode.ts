// SPDX-License-Identifier: MIT
import type { Catalog, Hyperparameter, SettingValue } from '../../../../wasm/types.ts';
import { examples } from '../../examples/examples.ts';
import {
  axes,
  type Component,
  datasetRows,
  optimizerRows,
  type RacerSettings,
  type Settings,
  speeds,
  units,
  type Values,
} from '../settings.ts';
import { fittingChoices } from '../fitting-choices.ts';
import { precisionChoices } from '../precision.ts';
import { completed, defaultsFor, linkDefaults, optimizerDefaults, version } from './defaults.ts';
import { maxLinkLength, type Pair, readPairs } from './grammar.ts';
import { budgetKeys, type Group, linkKeys } from './keys.ts';
import { type Notice, readNumber, readValue, writeValue } from './value.ts';

const maxRacers = 40;

export interface Decoded {
  settings: Settings;
  notices: Notice[];
}

/** The settings a link stands for, whatever the link; what could not be taken is listed. */
export function decodeLink(catalog: Catalog, link: string): Decoded {
  return new Decoder(catalog, link).decode();
}

class Decoder {
  readonly #catalog: Catalog;
  readonly #single = new Map<string, string>();
  readonly #runs: string[] = [];
  readonly #notices: Notice[] = [];

  constructor(catalog: Catalog, link: string) {
    this.#catalog = catalog;
    if (link.length > maxLinkLength) {
      this.#note('link', `${link.length} characters`, `the first ${maxLinkLength}`, 'too long');
    }
    for (const pair of readPairs(link)) this.#collect(pair);
  }

  decode(): Decoded {
    const given = this.#take('v') ?? version;
    if (given !== version) this.#note('v', given, version, 'is no version this page knows');
    const settings = { ...this.#problem(), ...this.#page(), racers: this.#racers() };
    for (const [key, value] of this.#single) this.#note(key, value, '', 'is no key of a link');
    return { settings, notices: this.#notices };
  }

  #collect([key, value]: Pair): void {
    if (key === 'run') this.#runs.push(value);
    else if (this.#single.has(key)) this.#note(key, value, '', 'is given twice');
    else this.#single.set(key, value);
  }

  #take(key: string): string | undefined {
    const value = this.#single.get(key);
    this.#single.delete(key);
    return value;
  }

  #note(key: string, given: string, used: string, why: string): void {
    this.#notices.push({ key, given, used, why });
  }

  #oneOf<T extends string>(key: string, known: readonly T[], fallback: T): T {
    const given = this.#take(key);
    const found = known.find((candidate) => candidate === given);
    if (given === undefined || found !== undefined) return found ?? fallback;
    this.#note(key, given, fallback, `must be one of ${known.join(', ')}`);
    return fallback;
  }

  #value(key: string, text: string, row: Hyperparameter, fallback: Values) {
    const { value, why } = readValue(row, text, fallback[row.id] ?? row.default);
    if (why !== undefined) this.#note(key, text, writeValue(value), why);
    return value;
  }

  #problem() {
    const { problem, network, run } = this.#catalog.settings;
    const ids = this.#catalog.datasets.map(({ id }) => id);
    const id = this.#oneOf('dataset', ids, linkDefaults.dataset);
    const frozen = defaultsFor(linkDefaults.datasets, id);
    const values: Record<Group, Values> = {
      dataset: completed(datasetRows(this.#catalog, id), frozen),
      problem: completed(problem, linkDefaults.problem),
      network: completed(network, linkDefaults.network),
      run: completed(run, linkDefaults.run),
    };
    for (const { key, group, row } of linkKeys(this.#catalog, id)) {
      const text = this.#take(key);
      if (text === undefined) continue;
      const suited = { ...row, choices: fittingChoices(this.#catalog, row, id) };
      values[group] = { ...values[group], [row.id]: this.#value(key, text, suited, values[group]) };
    }
    return { ...values, dataset: { id, values: values.dataset } };
  }

  #page() {
    const { page } = linkDefaults;
    return {
      precision: this.#oneOf('precision', precisionChoices, page.precision),
      budget: this.#budget(),
      target: this.#positive('target'),
      view: {
        axis: this.#oneOf('axis', axes, page.axis),
        scale: this.#oneOf('scale', ['log', 'linear'], page.scale),
        show: this.#oneOf('show', ['test', 'train', 'both'], page.show),
        speed: this.#speed(),
      },
      example: this.#oneOf(
        'example',
        examples.map(({ id }) => id),
        '',
      ),
    };
  }

  #budget(): Settings['budget'] {
    const [unit = 'steps', ...more] = units.filter((one) => this.#single.has(budgetKeys[one]));
    for (const key of more.map((other) => budgetKeys[other])) {
      this.#note(key, this.#take(key) ?? '', '', 'is a second budget');
    }
    const key = budgetKeys[unit];
    const text = this.#single.get(key) ?? '';
    const { steps } = linkDefaults.page;
    const amount = this.#positive(key, `${steps} steps`);
    if (amount === null) return { unit: 'steps', amount: steps };
    const whole = unit === 'epochs' ? amount : Math.ceil(amount);
    if (whole !== amount) this.#note(key, text, String(whole), 'must be a whole number');
    return { unit, amount: whole };
  }

  /** Null where none is given, or none that is legal; `instead` says what stands then. */
  #positive(key: string, instead = ''): number | null {
    const text = this.#take(key);
    if (text === undefined) return null;
    const value = readNumber(text);
    if (value !== undefined && value > 0 && value <= 1e9) return value;
    this.#note(key, text, instead, 'must be above 0, at most 1e9');
    return null;
  }

  #speed(): number {
    const names = speeds.map((speed) => (Number.isFinite(speed) ? String(speed) : 'max'));
    const name = this.#oneOf('speed', names, String(linkDefaults.page.speed));
    return name === 'max' ? Number.POSITIVE_INFINITY : Number(name);
  }

  #racers(): RacerSettings[] {
    const given = this.#runs.length > 0 ? this.#runs : linkDefaults.runs;
    if (given.length > maxRacers) {
      this.#note('run', `${given.length} racers`, `the first ${maxRacers}`, 'too many');
    }
    const racers: RacerSettings[] = [];
    for (const run of given.slice(0, maxRacers)) {
      const racer = run === '' ? undefined : this.#racer(run);
      if (racer) racers.push({ ...racer, key: racers.length, slot: racers.length });
    }
    return racers;
  }

  #racer(run: string): { on: boolean; optimizer: Component } | undefined {
    const [id = '', ...parts] = run.split(',');
    const ids = this.#catalog.optimizers.map((entry) => entry.id);
    if (!ids.includes(id)) {
      this.#note('run', id, '', `must be one of ${ids.join(', ')}`);
      return undefined;
    }
    const rows = optimizerRows(this.#catalog, id);
    const defaults = completed(rows, optimizerDefaults(id));
    const given: Record<string, SettingValue> = {};
    let on = true;
    for (const [key, text] of parts.map(splitAtEquals)) {
      const row = rows.find((candidate) => candidate.id === key);
      if (key === 'off') on = false;
      else if (!row) this.#note(`run=${id}`, key, '', 'is no hyperparameter of it');
      else if (row.id in given) this.#note(`run=${id}: ${key}`, text, '', 'is given twice');
      else given[row.id] = this.#value(`run=${id}: ${key}`, text, row, defaults);
    }
    return { on, optimizer: { id, values: { ...defaults, ...given } } };
  }
}

function splitAtEquals(part: string): Pair {
  const equals = part.indexOf('=');
  return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
}
