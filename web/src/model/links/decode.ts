// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../../wasm/types.ts';
import type { Unit } from '../clock.ts';
import {
  type Component,
  optimizerRows,
  pacings,
  precisionChoices,
  type RacerSettings,
  scheduleRows,
  type Settings,
  speeds,
  usualAxis,
  wrapperRows,
} from '../settings.ts';
import { msg } from '../../language/message.ts';
import { phrase } from '../../language/phrase.ts';
import { kindOf } from '../problem-kinds.ts';
import {
  defaultsFor,
  linkDefaults,
  type LinkDefaults,
  optimizerDefaults,
  scheduleDefaults,
  tables,
  unsaidVersion,
  version,
} from './defaults.ts';
import { ChosenRates } from './chosen-rates.ts';
import { splitAtEquals } from './grammar.ts';
import { allKeys, budgetKeys } from './keys.ts';
import { LinkFields } from './link-fields.ts';
import { inAnyCapitals, suggestion } from './nearest.ts';
import { type Notice, Notices, otherCapitals, type Reason } from './notices.ts';
import { isBeginning } from './fields.ts';
import { RacerFields } from './racer-fields.ts';
import { raceOfBare, renewed, takeTold } from './told.ts';
import { lists } from './lists.ts';
import type { Shared } from './problem-link.ts';
import { problemLinkOf, problemLinks } from './problem-links.ts';

const maxRacers = 40;

export interface Decoded {
  settings: Settings;
  notices: Notice[];
}

/**
 * The settings of any text as a link, with notices about the fields that could not be used. A link that
 * says nothing but the step of a lesson has the step's race.
 */
export function decodeLink(catalog: Catalog, link: string): Decoded {
  const settingsOf = (other: string): Settings => new Decoder(catalog, other).decode().settings;
  const { settings, notices } = new Decoder(catalog, link).decode();
  for (const { wanted } of notices) if (wanted) wanted.link = link;
  const { lesson } = settings;
  const race = raceOfBare(link, lesson);
  if (race !== undefined) return { settings: { ...settingsOf(race), lesson }, notices };
  return { settings: renewed(settings, settingsOf), notices };
}

class Decoder {
  readonly #catalog: Catalog;
  readonly #notices = Notices.ofLink();
  readonly #fields: LinkFields;
  readonly #defaults: LinkDefaults;

  constructor(catalog: Catalog, link: string) {
    this.#catalog = catalog;
    this.#fields = LinkFields.read(link, this.#notices);
    this.#defaults = this.#table(link === '' ? version : unsaidVersion);
  }

  decode(): Decoded {
    const shared = this.#shared();
    const racers = this.#racers(shared);
    const raced = racers.filter(({ on }) => on).length;
    const expect = this.#fields.takeHashes('expect', raced);
    const settings = { ...shared, ...this.#page(shared), racers, expect };
    const elsewhere = allKeys(this.#catalog);
    this.#fields.finish((key) => ({
      says: elsewhere.has(key)
        ? phrase('{field} means nothing for this problem.')
        : phrase('{field} is not a known setting.'),
    }));
    return { settings, notices: this.#notices.list };
  }

  /** The defaults of the link's version. */
  #table(unsaid: string): LinkDefaults {
    const given = this.#fields.take('v') ?? unsaid;
    if (Object.hasOwn(tables, given)) return tables[given] as LinkDefaults;
    const says = phrase('{field} is not a version that this page knows.');
    this.#notices.add('v', given, version, { says });
    return linkDefaults;
  }

  /** The problem of the link. A link on a surface names it. */
  #shared(): Shared {
    const catalog = this.#catalog;
    const source = {
      catalog,
      defaults: this.#defaults,
      fields: this.#fields,
      notices: this.#notices,
    };
    return problemLinks[this.#fields.has('surface') ? 'surface' : 'data'].read(source);
  }

  #page(shared: Shared) {
    const { page } = this.#defaults;
    const pacing = this.#fields.takeOneOf('pacing', pacings, page.pacing);
    const kind = kindOf(shared);
    return {
      precision: this.#fields.takeOneOf('precision', precisionChoices, page.precision),
      budget: this.#budget(kind.units),
      target: this.#fields.takePositive('target'),
      pacing,
      view: {
        axis: this.#fields.takeOneOf('axis', kind.axes, usualAxis(pacing, page.axis)),
        scale: this.#fields.takeOneOf('scale', ['log', 'linear'], page.scale),
        show: this.#fields.takeOneOf('show', ['auto', 'test', 'train', 'both', 'rate'], page.show),
        speed: this.#speed(),
        instruments: this.#fields.takeIds(
          'instruments',
          this.#catalog.instruments,
          lists.instruments,
        ),
      },
      ...takeTold(this.#fields),
    };
  }

  #budget(possible: readonly Unit[]): Settings['budget'] {
    const [unit = 'steps', ...more] = possible.filter((one) => this.#fields.has(budgetKeys[one]));
    for (const key of more.map((other) => budgetKeys[other])) {
      const says = phrase('{field} is a second length of the race.');
      this.#notices.add(key, this.#fields.take(key) ?? '', '', { says });
    }
    const key = budgetKeys[unit];
    const { steps } = this.#defaults.page;
    const amount = this.#fields.takePositive(key, phrase('{n} steps', { n: String(steps) }));
    if (amount === null) return { unit: 'steps', amount: steps };
    const whole = unit === 'epochs' ? amount : Math.ceil(amount);
    if (whole !== amount) {
      const says = phrase('{field} must be a whole number.');
      this.#notices.add(key, String(amount), String(whole), { says });
    }
    return { unit, amount: whole };
  }

  #speed(): number {
    const names = speeds.map((speed) => (Number.isFinite(speed) ? String(speed) : 'max'));
    const name = this.#fields.takeOneOf('speed', names, String(this.#defaults.page.speed));
    return name === 'max' ? Number.POSITIVE_INFINITY : Number(name);
  }

  #racers(shared: Shared): RacerSettings[] {
    const link = problemLinkOf(shared);
    const usual =
      link.frozenRuns(this.#defaults, shared) ?? link.suggestedRuns(this.#catalog, shared);
    const given = this.#fields.runs.length > 0 ? this.#fields.runs : usual;
    if (given.length > maxRacers) {
      const counts = { n: given.length, most: maxRacers };
      this.#notices.aboutLink(
        phrase('This link has {n} racers. Only the first {most} take part.', counts),
      );
    }
    const racers: RacerSettings[] = [];
    const rates = new ChosenRates(this.#catalog, this.#defaults, shared);
    for (const [index, run] of given.slice(0, maxRacers).entries()) {
      const racer = this.#racer(run, rates, this.#fields.endsInRun && index === given.length - 1);
      if (racer) racers.push({ ...racer, key: racers.length, slot: racers.length });
    }
    if (given === this.#fields.runs) rates.say(this.#notices);
    return racers;
  }

  /** `endsLink`: whether the link ends with this racer. */
  #racer(
    run: string,
    rates: ChosenRates,
    endsLink: boolean,
  ): Omit<RacerSettings, 'key' | 'slot'> | undefined {
    const [given = '', ...rest] = run.split(',');
    const id = this.#rule(given, endsLink && rest.length === 0);
    if (id === undefined) return undefined;
    const fields = new RacerFields(rest.map(splitAtEquals), this.#notices.ofRacer(id), endsLink);
    const racer = {
      on: !fields.takeFlag('off'),
      schedule: this.#schedule(fields),
      wrappers: this.#catalog.wrappers
        .map((entry) => ({ id: entry.id, at: fields.takeFlag(entry.id) }))
        .filter(({ at }) => at !== 0)
        .sort((a, b) => a.at - b.at)
        .map((wrapper) => this.#wrapper(wrapper.id, fields)),
      optimizer: {
        id,
        values: fields.takeValues('', optimizerRows(this.#catalog, id), {
          ...optimizerDefaults(this.#defaults, id),
          ...rates.of(id, fields),
        }),
      },
    };
    fields.finish((key) => this.#whyNotOf(id, key));
    return racer;
  }

  /** The id of an optimizer. */
  #rule(given: string, endsLink: boolean): string | undefined {
    const { optimizers } = this.#catalog;
    const ids = optimizers.map(({ id }) => id);
    const id = inAnyCapitals(ids, given);
    if (id !== undefined && id !== given) {
      this.#notices.add('run', given, id, otherCapitals);
    }
    // A single empty run means that there are no racers.
    if (id !== undefined || (given === '' && this.#fields.runs.length === 1)) return id;
    const { unknown, where } = lists.optimizers;
    this.#notices.add('run', given, '', {
      says: unknown,
      ...suggestion(given, optimizers, where),
    });
    if (endsLink && isBeginning(given, ids)) this.#notices.cut(given || 'run=');
    return undefined;
  }

  /** Why a key is not used: settings of a schedule or a wrapper must follow it. */
  #whyNotOf(rule: string, key: string): Reason {
    const says = phrase('{field} is not a setting of {rule}.', { rule });
    const [owner = '', row] = key.split('.');
    const wrapper = this.#catalog.wrappers.some(({ id }) => id === owner);
    const isEarly = row !== undefined && wrapper;
    return isEarly ? { says, hint: msg('Write {owner} before it.', { owner }) } : { says };
  }

  #schedule(fields: RacerFields): Component {
    const { schedules } = this.#catalog;
    const id = fields.takeId('schedule', schedules, this.#defaults.unscheduled, lists.schedules);
    const rows = scheduleRows(this.#catalog, id);
    return {
      id,
      values: fields.takeValues('schedule.', rows, scheduleDefaults(this.#defaults, id)),
    };
  }

  #wrapper(id: string, fields: RacerFields): Component {
    const frozen = defaultsFor(this.#defaults.wrappers, id);
    return { id, values: fields.takeValues(`${id}.`, wrapperRows(this.#catalog, id), frozen) };
  }
}
