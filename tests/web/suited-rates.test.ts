// SPDX-License-Identifier: MIT
// A learning rate that nobody named fits the problem.
import { describe, expect, test } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import { optimizerDefaults, tables } from '../../web/src/model/links/defaults.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { fresh, withSuitedRates } from '../../web/src/playground/suited-rates.ts';
import { catalog, decode, encode, engines } from './support.ts';

const rates = ({ racers }: Pick<Settings, 'racers'>) =>
  racers.map(({ optimizer }) => optimizer.values.learningRate);
const ratesOf = (link: string) => rates(decode(link).settings);
const wide = 'dataset=digits-28&hidden=512,512';
const suited = tables[3]?.rates;

describe('a link that names no rate', () => {
  test('of version 3 means the rate that suits its problem', () => {
    expect(ratesOf('v=3&surface=himmelblau&run=sgd&run=adam')).toEqual([0.01, 1]);
    const { sgd, adam } = suited?.networks.at(-1)?.rates ?? {};
    expect(ratesOf(`v=3&${wide}&run=sgd&run=adam`)).toEqual([sgd, adam]);
  });

  test('of another version means what it always meant', () => {
    for (const version of ['1', '2']) {
      const { learningRate } = optimizerDefaults(tables[version]!, 'sgd');
      for (const problem of ['surface=himmelblau', wide])
        expect(ratesOf(`v=${version}&${problem}&run=sgd`)).toEqual([learningRate]);
    }
  });

  test('means the default on what the defaults were found for', () => {
    for (const { id } of catalog.datasets.filter(({ inputs }) => inputs <= 2)) {
      const { settings, notices } = decode(`v=3&dataset=${id}&hidden=32,32&run=sgd&run=adam`);
      expect(rates(settings)).toEqual([0.3, 0.03]);
      expect(notices).toEqual([]);
    }
  });

  test('or names one that cannot be, gets the one that suits', () => {
    const { settings, notices } = decode('v=3&surface=himmelblau&run=sgd,learningRate=x');
    expect(rates(settings)).toEqual([0.01]);
    expect(notices).toMatchObject([{ given: 'x', used: '0.01' }]);
  });
});

describe('the notice of it', () => {
  test('says which were chosen, each once, and that nothing is wrong', () => {
    const { notices } = decode(
      'v=3&surface=himmelblau&run=sgd&run=sgd,clipNorm=1&run=adam,learningRate=0.1&run=adam&run=bfgs',
    );
    expect(notices).toMatchObject([{ field: '', choice: true }]);
    expect(notices[0]?.why).toBe(
      'leaves out learning rates. Fall Line chose what suits this surface: 0.01 for SGD and 1 for Adam',
    );
    expect(decode(`v=3&${wide}&run=adam`).notices[0]?.why).toContain('suits this network: ');
  });

  test('is not there for races that name none of their own', () => {
    const links = catalog.surfaces.map(({ id }) => `v=3&surface=${id}`);
    for (const link of ['', 'v=3', `v=3&${wide}`, ...links])
      expect(decode(link).notices).toEqual([]);
  });

  test.each(examples.flatMap(({ states }) => states))('is not there for $link', ({ link }) => {
    expect(decode(link).notices).toEqual([]);
  });
});

describe('the link of a race', () => {
  test.each([
    'v=2&surface=himmelblau&run=sgd',
    'v=3&surface=himmelblau&run=sgd&run=rmsprop',
    `v=1&${wide}&run=adam`,
    `v=3&${wide}&run=adam&run=sgd`,
    'v=3&hidden=128,128&run=momentum',
  ])('%s goes on with the same rates, and says those that are not the default', (given) => {
    const { settings } = decode(given);
    const link = encode(settings);
    expect(decode(link)).toEqual({ settings, notices: [] });
    expect(encode(decode(link).settings)).toBe(link);
  });

  test('says the default where another rate would suit', () => {
    const link = 'v=3&surface=himmelblau&run=sgd,learningRate=0.3';
    expect(encode(decode(link).settings)).toBe(link);
  });
});

describe('on the page', () => {
  const { settings } = decode('v=3&run=sgd&run=adam,learningRate=0.002&run=bfgs');
  const hidden = (...widths: number[]) => ({ ...settings.network, hidden: widths });

  test('a racer that is added has the rate that suits', () => {
    expect(fresh(catalog, 'sgd', settings).values.learningRate).toBe(0.3);
    const { settings: other } = decode('v=3&surface=himmelblau');
    expect(fresh(catalog, 'sgd', other).values.learningRate).toBe(0.01);
  });

  test('rates follow the problem there and back, but for one that was set', () => {
    const { dataset } = decode('v=3&dataset=digits-12').settings;
    const { adam, momentum } = suited?.networks[1]?.rates ?? {};
    const race = {
      ...settings,
      ...decode('v=3&run=momentum&run=adam,learningRate=0.002').settings,
    };
    const there = { ...race, ...withSuitedRates(catalog, race, { dataset }) };
    expect(momentum).not.toBe(0.1);
    expect(adam).not.toBe(0.002);
    expect(rates(there)).toEqual([momentum, 0.002]);
    const back = withSuitedRates(catalog, there, { dataset: race.dataset });
    expect(back).toMatchObject({ racers: race.racers });
  });

  test('they follow the size of the network too', () => {
    const wider = withSuitedRates(catalog, settings, { network: hidden(128, 128) });
    expect(rates(wider as Settings)).toEqual([suited?.networks[0]?.rates.sgd, 0.002, undefined]);
    expect(suited?.networks[0]?.rates.sgd).not.toBe(0.3);
    expect(wider.racers?.slice(1)).toEqual(settings.racers.slice(1));
  });
});

describe('trained at the rates that were chosen', () => {
  const usual = ['sgd', 'momentum', 'nesterov', 'adagrad', 'rmsprop', 'adam', 'adamw', 'lion'];

  function trained(link: string, steps: number) {
    const { settings } = decode(link);
    return settings.racers.map((racer) => {
      const engine = engines[precisionOf(catalog, settings)];
      const run = engine.createRun(runSettings(settings, racer));
      const { status } = run.step(steps);
      const losses = run.evaluate();
      run.dispose();
      return { status, ...losses };
    });
  }

  test.each(catalog.surfaces)('nobody diverges on $id', ({ id }) => {
    const runs = usual.map((rule) => `run=${rule}`).join('&');
    for (const { status } of trained(`v=3&surface=${id}&${runs}`, 1000))
      expect(status).not.toBe('diverged');
  });

  test('Adam learns digits with 512 + 512 units', () => {
    const [adam] = trained(`v=3&${wide}&run=adam`, 60);
    expect(adam?.testAccuracy).toBeGreaterThan(0.7);
  });
});
