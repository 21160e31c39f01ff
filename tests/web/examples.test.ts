// SPDX-License-Identifier: MIT
// What the sentences of the examples claim, trained: for the example as it opens, and for other data
// and other starts, so that no claim hangs on one lucky seed.
import { describe, expect, test, vi } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import {
  climbed,
  decode,
  encode,
  engines,
  firstLoss,
  last,
  lossAt,
  race,
  type Raced,
  stepsTo,
} from './support.ts';
import { varianceRatio } from '../../web/src/pictures/sampling.ts';
import { runSettings } from '../../web/src/state/settings.ts';

// They train for long on a busy machine; no clock decides.
vi.setConfig({ testTimeout: 600_000 });

const seeds = [undefined, 2, 3];
const loss = { train: 'trainLoss', test: 'testLoss' } as const;

function linkOf(id: string, state = 0): string {
  const link = examples.find((example) => example.id === id)?.states[state]?.link;
  if (link === undefined) throw new Error(`There is no example ${id} with a state ${state}.`);
  return link;
}

const known = new Map<string, Raced[]>();

/** The racers of an example, trained once. */
function raceOf(id: string, state = 0, seed?: number): [Raced, Raced, Raced, Raced] {
  const key = `${id} ${state} ${seed}`;
  const raced = known.get(key) ?? race(linkOf(id, state), seed);
  known.set(key, raced);
  // Those beyond the racers there are end the test when something is read from them.
  return raced as [Raced, Raced, Raced, Raced];
}

describe('the files', () => {
  test('are eleven examples after the first race', () => {
    expect(examples.map(({ id }) => id)).toEqual([
      'first-race',
      'batch-sizes',
      'learning-rates',
      'momentum',
      'adaptive-rates',
      'initial-weights',
      'over-fitting',
      'which-samples',
      'slope',
      'curvature',
      'bent-valley',
      'short-memory',
    ]);
  });

  test.each(examples)('$id: a title, a line, two sentences', ({ title, line, text, states }) => {
    expect(title).not.toBe('');
    expect(line).toMatch(/[^.]$/);
    expect(text.match(/[.?!](?=\s|$)/g)).toHaveLength(2);
    expect(text).toMatch(/\.$/);
    if (states.length > 1) for (const { label } of states) expect(label).toBeTruthy();
  });

  const links = examples.flatMap(({ id, states }) => states.map(({ link }) => [id, link] as const));

  test.each(links)('%s: %s is understood whole, and is how it would be written', (id, link) => {
    const { settings, notices } = decode(link);
    expect(notices).toEqual([]);
    expect(settings.example).toBe(id);
    expect(encode(settings)).toBe(link);
    for (const racer of settings.racers) {
      expect(engines.float64.check(runSettings(settings, racer))).toEqual([]);
    }
  });
});

describe('the first race', () => {
  test('SGD needs three times the steps of Adam to come down to 0.2, and leaves last', () => {
    const [sgd, momentum, rmsprop, adam] = raceOf('first-race');
    const late = stepsTo(sgd, 0.2);
    expect(late).toBeGreaterThan(3 * stepsTo(adam, 0.2));
    expect(late).toBeGreaterThan(3 * stepsTo(rmsprop, 0.2));
    expect(late).toBeGreaterThan(1.5 * stepsTo(momentum, 0.2));
    for (const racer of [sgd, momentum, rmsprop, adam]) expect(last(racer)).toBeLessThan(0.1);
  });

  test('from other starts SGD mostly comes last', () => {
    const losses = [1, 2, 3, 4, 5, 6, 7, 8].filter((seed) => {
      const [sgd, momentum, , adam] = raceOf('first-race', 0, seed);
      return stepsTo(sgd, 0.2) > Math.max(stepsTo(adam, 0.2), stepsTo(momentum, 0.2));
    });
    expect(losses.length).toBeGreaterThanOrEqual(6);
  });
});

describe.each(seeds)('batch sizes, seed %s', (seed) => {
  const [full, mini, single] = raceOf('batch-sizes', 0, seed);

  test('after 10,000 samples the smaller batch leads by far', () => {
    const at = (racer: Raced) => lossAt(racer, 10000, 'samplesSeen');
    expect(at(full)).toBeGreaterThan(0.65); // Knowing nothing costs ln 2 = 0.693.
    expect(at(mini)).toBeLessThan(at(full) / 2);
    expect(at(single)).toBeLessThan(at(mini) / 1.5);
  });

  test('single samples make the most noise', () => {
    const late = (racer: Raced) =>
      climbed(racer, loss.test, (rung) => (racer.curve.samplesSeen[rung] ?? 0) > 10000);
    expect(late(single)).toBeGreaterThan(5 * late(mini));
  });

  test('that takes 80, 2,000, and 20,000 steps', () => {
    expect([full, mini, single].map(({ report }) => report.step)).toEqual([80, 2000, 20000]);
  });
});

describe.each(seeds)('learning rates, seed %s', (seed) => {
  const [high, right, low] = raceOf('learning-rates', 0, seed);

  test('the one too high diverges, rising at every step once it has begun', () => {
    expect(high.report.status).toBe('diverged');
    expect(high.report.step).toBeLessThan(100);
    const rising = high.curve.trainLoss.filter((value) => value > 10);
    expect(rising.length).toBeGreaterThan(5);
    rising.forEach((value, index) => expect(value).toBeGreaterThan(rising[index - 1] ?? 0));
  });

  test('the one too low has hardly started when the right one is there', () => {
    expect(right.report.status).toBe('running');
    expect(last(right)).toBeLessThan(0.15);
    expect(last(low)).toBeGreaterThan(3 * last(right));
  });
});

describe.each(seeds)('momentum, seed %s', (seed) => {
  const [slow, fast, momentum, nesterov] = raceOf('momentum', 0, seed);

  test('momentum gets far below SGD at the same rate, and at ten times the rate', () => {
    for (const sgd of [slow, fast]) {
      expect(last(momentum)).toBeLessThan(0.6 * last(sgd));
      expect(last(nesterov)).toBeLessThan(0.7 * last(sgd));
    }
  });

  test('it is the fast SGD that bounces', () => {
    expect(climbed(fast, loss.train)).toBeGreaterThan(1);
    for (const calm of [slow, momentum, nesterov]) {
      expect(climbed(calm, loss.train)).toBeLessThan(climbed(fast, loss.train) / 5);
    }
  });
});

describe.each(seeds)('adaptive rates, seed %s', (seed) => {
  const [sgd, ...adaptive] = raceOf('adaptive-rates', 0, seed);

  test('SGD stays on the plateau, the others get away', () => {
    expect(last(sgd)).toBeGreaterThan(0.63);
    for (const racer of adaptive) expect(last(racer)).toBeLessThan(0.55);
  });
});

describe.each(seeds)('initial weights, seed %s', (seed) => {
  const [scaled, large, zero] = [0, 1, 2].map((state) => raceOf('initial-weights', state, seed));

  test('scaled to the layer both learn', () => {
    for (const racer of scaled ?? []) expect(last(racer)).toBeLessThan(firstLoss(racer) / 3);
  });

  test('large, SGD is thrown out and Adam recovers', () => {
    const [sgd, adam] = large ?? [];
    expect(sgd?.report.status).toBe('diverged');
    expect(sgd?.report.step).toBeLessThan(100);
    expect(adam?.report.status).toBe('running');
    expect(adam && last(adam)).toBeLessThan(0.15);
  });

  test('from zero nobody gets beyond a flat line', () => {
    expect(zero).toHaveLength(2);
    for (const racer of zero ?? []) expect(last(racer)).toBeGreaterThan(0.95 * firstLoss(racer));
  });
});

test('as the initial weights open, the large ones start several times higher', () => {
  const [scaled] = raceOf('initial-weights', 0);
  const [large] = raceOf('initial-weights', 1);
  expect(firstLoss(large)).toBeGreaterThan(4 * firstLoss(scaled));
});

describe.each(seeds)('over-fitting, seed %s', (seed) => {
  const [, plain] = raceOf('over-fitting', 0, seed);
  const [, penalty] = raceOf('over-fitting', 1, seed);
  const [, many] = raceOf('over-fitting', 2, seed);
  const lowest = Math.min(...plain.curve.testLoss);

  test('the test loss rises by more than a fifth while the training loss falls', () => {
    expect(last(plain)).toBeGreaterThan(1.2 * lowest);
    const turn = plain.curve.testLoss.indexOf(lowest);
    expect(last(plain, loss.train)).toBeLessThan((plain.curve.trainLoss[turn] ?? 0) / 2);
  });

  test('a penalty, or ten times the samples, keeps it down', () => {
    expect(last(penalty)).toBeLessThan(0.8 * last(plain));
    expect(last(many)).toBeLessThan(0.8 * last(plain));
    expect(last(many) - last(many, loss.train)).toBeLessThan(
      (last(plain) - last(plain, loss.train)) / 2,
    );
  });
});

describe.each([undefined, 2, 3, 4, 5, 6, 7, 8])('which samples, seed %s', (seed) => {
  const [sgd, sampler] = raceOf('which-samples', 0, seed);

  test('the variance of its gradient is less than a tenth of uniform sampling’s', () => {
    expect(sgd.sampling).toBeUndefined();
    expect(sampler.sampling && varianceRatio(sampler.sampling)).toBeLessThan(0.1);
  });

  test('after as many samples, its training line runs lower', () => {
    expect(sgd.report.samplesSeen).toBe(10000);
    expect(sampler.report.samplesSeen).toBe(10000);
    expect(lateMean(sampler)).toBeLessThan(lateMean(sgd));
  });

  test('it trembles less than half as much', () => {
    expect(climbed(sampler, loss.train)).toBeLessThan(climbed(sgd, loss.train) / 2);
  });
});

describe('x ← x − slope', () => {
  test('is at the bottom of the round bowl after one step; less creeps, more swings', () => {
    const [whole, tenth, twice] = raceOf('slope', 0);
    expect(stepsTo(whole, 0, loss.train)).toBe(1);
    for (const slow of [tenth, twice]) expect(stepsTo(slow, 0.01, loss.train)).toBeGreaterThan(30);
    expect(changesOfSide(tenth.path.x)).toBe(0);
    expect(changesOfSide(twice.path.x)).toBe(40);
  });

  test('goes further out at every step where the curvature is 4', () => {
    const [whole, tenth, best] = raceOf('slope', 1);
    whole.curve.trainLoss.forEach((value, rung, all) => {
      if (rung > 1) expect(value).toBeGreaterThan(all[rung - 1] ?? Number.NaN);
    });
    expect(last(tenth, loss.train)).toBeLessThan(1e-3);
    expect(last(best, loss.train)).toBeLessThan(last(tenth, loss.train) / 1000);
  });

  test('2 divided by the curvature is the limit', () => {
    const at = (rate: number) =>
      race(linkOf('slope', 1).replace(/run=sgd,.*/, `run=sgd,learningRate=${rate}`))[0];
    for (const [rate, falls] of [
      [0.49, true],
      [0.51, false],
    ] as const) {
      const racer = at(rate);
      expect(racer && last(racer, loss.train) < firstLoss(racer, loss.train) / 2).toBe(falls);
    }
  });
});

describe('curvature', () => {
  const [sgd, momentum, bfgs, newton] = raceOf('curvature');
  const there = (racer: Raced) => stepsTo(racer, 1e-6, loss.train);

  test('plain descent bounces from wall to wall, at about the highest rate it bears', () => {
    expect(changesOfSide(sgd.path.y.slice(0, 101))).toBe(100);
    const [higher] = race(linkOf('curvature').replace('0.019', '0.021'));
    expect(higher && last(higher, loss.train)).toBeGreaterThan(firstLoss(sgd, loss.train));
  });

  test('momentum needs less than half its steps, the others a handful', () => {
    expect(there(sgd)).toBeLessThan(400);
    expect(there(momentum)).toBeLessThan(there(sgd) / 2);
    for (const racer of [bfgs, newton]) expect(there(racer)).toBeLessThanOrEqual(5);
  });
});

describe('the bent valley', () => {
  const [sgd, momentum, adam, bfgs] = raceOf('bent-valley');
  const there = (racer: Raced) => stepsTo(racer, 1e-6, loss.train);

  test('everybody finds its floor within a dozen steps', () => {
    for (const racer of [sgd, momentum, adam, bfgs]) {
      expect(stepsTo(racer, firstLoss(racer, loss.train) / 5, loss.train)).toBeLessThanOrEqual(12);
    }
  });

  test('and then plain descent crawls while momentum and Adam take hundreds of steps', () => {
    expect(last(sgd, loss.train)).toBeGreaterThan(0.1);
    for (const racer of [momentum, adam]) {
      expect(there(racer)).toBeGreaterThan(200);
      expect(there(racer)).toBeLessThan(1000);
    }
  });

  test('BFGS is there after fifty evaluations, more than it takes steps', () => {
    const evaluations = stepsTo(bfgs, 1e-6, loss.train, 'samplesSeen');
    expect(evaluations).toBeLessThanOrEqual(50);
    expect(evaluations).toBeGreaterThan(there(bfgs));
  });
});

describe('a short memory', () => {
  const [adam, amsgrad, usual] = raceOf('short-memory');
  /** Between its walls everybody still walks a little: three steps are one round. */
  const end = ({ path }: Raced) => path.x.slice(-90);

  test('leads Adam to the highest point, but neither AMSGrad nor the usual Adam', () => {
    expect(Math.min(...end(adam))).toBeGreaterThan(0.98);
    expect(Math.max(...end(adam))).toBe(1);
    for (const right of [amsgrad, usual]) {
      expect(Math.max(...end(right))).toBeLessThan(-0.98);
      expect(Math.min(...end(right))).toBe(-1);
    }
  });

  test('which are the worst and the best on average', () => {
    expect(last(adam, loss.train)).toBeGreaterThan(0.98 / 3);
    for (const right of [amsgrad, usual]) expect(last(right, loss.train)).toBeLessThan(-0.98 / 3);
  });
});

/** The mean training loss over the rungs of the second half. */
function lateMean({ curve, report }: Raced): number {
  const late = curve.trainLoss.filter((_, rung) => (curve.step[rung] ?? 0) > report.step / 2);
  return late.reduce((sum, value) => sum + value, 0) / late.length;
}

/** How often a coordinate changes its sign from step to step. */
function changesOfSide(values: Float64Array): number {
  return values.filter((value, step) => step > 0 && value * (values[step - 1] ?? 0) < 0).length;
}
