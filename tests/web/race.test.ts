// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Order } from '../../web/src/engine/messages.ts';
import { Gauge } from '../../web/src/race/gauge.ts';
import type { Race } from '../../web/src/race/race.ts';
import { Training } from '../../web/src/race/training.ts';
import { shownOf } from '../../web/src/race/deciding-loss.ts';
import { exampleFits } from '../../web/src/model/example-fits.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { sameMeasure } from '../../web/src/model/same-measure.ts';
import { enginePool, open, reached } from './race-support.ts';
import { catalog, decode } from './support.ts';

const facts = (race: Race) => race.racers.map((racer) => [racer.status, racer.at('steps')]);

/** A race on one engine, and a function that applies the settings of a link to it as the page does. */
async function changing(link: string) {
  const pool = enginePool(1);
  const { settings } = decode(link);
  const race = await open(settings, 1, pool);
  return { race, settings, change: (next: Settings) => race.apply(next, pool) };
}

describe('a race with a target', () => {
  const link = 'v=2&steps=300&speed=max&target=0.55&run=sgd,learningRate=0.001&run=adam';

  test('continues to the next end, also with racers that had stopped at the target', async () => {
    const race = await open(link);
    race.play();
    await reached(race, 'finished');
    expect(facts(race)).toEqual([
      ['running', 300],
      ['reached', expect.any(Number)],
    ]);
    race.play();
    await reached(race, 'finished');
    expect(facts(race)).toEqual([
      ['running', 600],
      ['running', 600],
    ]);
    expect(race.limit).toBe(600);
  });

  test('lets racers that had stopped catch up when the target is removed', async () => {
    const { race, settings, change } = await changing(link);
    race.play();
    await reached(race, 'finished');
    change({ ...settings, target: null });
    while (race.racers.some((racer) => racer.at('steps') < 300))
      await new Promise((soon) => setTimeout(soon, 5));
    expect(facts(race).map(([status]) => status)).toEqual(['running', 'running']);
  });
});

describe('a target set after the race', () => {
  const link = 'v=2&steps=300&speed=max&run=sgd,learningRate=0.001&run=adam';

  test('stops racers that have reached it, and releases them when it is removed', async () => {
    const { race, settings, change } = await changing(link);
    race.play();
    await reached(race, 'finished');
    const whole = race.racers[1]?.curve.length ?? 0;
    change({ ...settings, target: 0.55 });
    const [slow, quick] = race.racers;
    expect([slow?.status, quick?.status]).toEqual(['running', 'reached']);
    expect(quick?.curve.last('testLoss')).toBeLessThanOrEqual(0.55);
    expect(quick?.at('steps')).toBe(quick?.curve.last('step'));
    expect(quick?.curve.length).toBeLessThan(whole);
    change(settings);
    while ((quick?.curve.length ?? 0) < whole) await new Promise((soon) => setTimeout(soon, 5));
    expect(quick?.at('steps')).toBe(300);
  });
});

test('at full speed, a busy machine takes its time for few requests', async () => {
  const goals = new Set<number>();
  const late = enginePool(1, 'float32', (request, answer) => {
    if (request.call === 'advance')
      for (const { until } of request.args[0] as Order[]) goals.add(until);
    setTimeout(answer, 40);
  });
  const link = 'v=3&surface=narrow-valley&steps=2000&speed=max&run=sgd,learningRate=0.01';
  const race = await open(decode(link).settings, 1, late);
  race.play();
  await reached(race, 'finished');
  expect(facts(race)).toEqual([['running', 2000]]);
  // Goals double from 1 on. Each step would have its own if rounds of 40 ms were thought too long.
  expect(goals.size).toBeLessThan(200);
});

test('the computing time of a round is that since its goal was set', async () => {
  const { settings } = decode('v=3&steps=100&run=sgd');
  const nothing = () => {};
  const training = await new Promise<Training>((arrived) => {
    const one: Training = new Training(
      { pool: enginePool(1), settings, floor: undefined },
      { arrived: () => one.goal > 0 && arrived(one), progressed: nothing, changed: nothing },
    );
    one.advanceTo(10);
  });
  expect(training.spentMs).toBeGreaterThan(0);
  training.advanceTo(10);
  expect(training.spentMs).toBe(0);
});

test('the next race does not keep the length that Continue added', async () => {
  const { race, settings, change } = await changing('v=2&steps=100&speed=max&run=adam');
  race.play();
  await reached(race, 'finished');
  race.play();
  await reached(race, 'finished');
  expect(race.limit).toBe(200);
  change({ ...settings, run: { ...settings.run, seed: 2 } });
  expect(race.limit).toBe(100);
});

describe('Continue', () => {
  test('goes on from where the race is, also after a shorter length was chosen', async () => {
    const { race, settings, change } = await changing('v=2&steps=2000&speed=max&run=adam');
    race.advance(500);
    while (race.at < 500) await new Promise((soon) => setTimeout(soon, 5));
    change({ ...settings, budget: { unit: 'steps', amount: 20 } });
    expect([race.state, race.at]).toEqual(['finished', 500]);
    race.play();
    await reached(race, 'finished');
    expect([race.at, race.limit]).toEqual([520, 520]);
  });

  test('is offered only where a racer can go on', async () => {
    const race = await open('v=2&surface=rosenbrock&steps=300&speed=max&run=sgd,learningRate=3');
    race.play();
    await reached(race, 'finished');
    expect(race.canGoOn).toBe(false);
    race.play();
    expect([race.state, race.limit]).toEqual(['finished', 300]);
  });

  test('passes a target that every racer is below from the start', async () => {
    const race = await open('v=2&dataset=blobs&steps=50&speed=max&target=1000&run=adam');
    expect(race.racers[0]?.status).toBe('reached');
    race.play();
    await reached(race, 'finished');
    expect(facts(race)).toEqual([['running', 50]]);
  });
});

describe('a race without racers', () => {
  test('is ready and says what to do', async () => {
    const race = await open('v=2&run=');
    expect([race.state, race.obstacle]).toEqual(['ready', 'Add a racer to start.']);
    race.play();
    expect(race.state).toBe('ready');
  });

  test('returns to its start when the last racer is removed', async () => {
    const { race, settings, change } = await changing('v=2&steps=100&speed=max&run=adam');
    race.play();
    await reached(race, 'finished');
    change({ ...settings, racers: [] });
    expect([race.state, race.at]).toEqual(['ready', 0]);
    change({ ...settings, racers: settings.racers.map((racer) => ({ ...racer, on: false })) });
    expect(race.obstacle).toBe('Switch a racer on to start.');
    change(settings);
    await reached(race, 'ready');
    race.play();
    await reached(race, 'finished');
    expect(facts(race)).toEqual([['running', 100]]);
  });
});

test('a racer that ended early says why', async () => {
  const race = await open('v=2&surface=quadratic-bowl&steps=500&speed=max&run=bfgs');
  race.play();
  await reached(race, 'finished');
  expect(race.racers[0]).toMatchObject({
    status: 'converged',
    message: expect.stringMatching(/gradient/),
  });
});

test('a global search beats a racer that stopped in the nearest minimum', async () => {
  const race = await open(
    'v=2&surface=rastrigin&steps=1000&speed=max&run=bfgs&run=sgd,learningRate=0.001&run=cma-es,sigma=2',
  );
  race.play();
  await reached(race, 'finished');
  const { standings, at } = race.comparison;
  expect(at).toBe(1000);
  expect(standings[0]?.racer.settings.optimizer.id).toBe('cma-es');
});

test('measured by samples, a rule that used millions does not beat one that used thousands', async () => {
  const race = await open(
    'v=2&dataset=circles&steps=200&speed=max&axis=samples&run=adam&run=genetic-algorithm',
  );
  race.play();
  await reached(race, 'finished');
  const { standings, at } = race.comparison;
  expect(at).toBe(2000);
  expect(standings[0]?.racer.settings.optimizer.id).toBe('adam');
});

test('rules that fit the whole training set are shown by their training loss', async () => {
  const shown = async (racers: string) => shownOf(await open(`v=2&${racers}`), 'auto');
  expect(await shown('run=bfgs&run=adam')).toBe('train');
  expect(await shown('run=adam,batchSize=full&run=rprop')).toBe('test');
  expect(await shown('run=genetic-algorithm')).toBe('test');
});

describe('ghosts', () => {
  const same = (a: string, b: string) =>
    sameMeasure(catalog, decode(`v=2&${a}`).settings, decode(`v=2&${b}`).settings);

  test('are kept on the same problem and loss', () => {
    expect(same('dataset=moons', 'dataset=moons&samples=900&seed=3&hidden=4')).toBe(true);
    expect(same('dataset=moons', 'dataset=moons&loss=cross-entropy')).toBe(true);
    expect(same('surface=rosenbrock', 'surface=rosenbrock&start=0,0')).toBe(true);
  });

  test('are removed on another one', () => {
    expect(same('dataset=moons', 'dataset=circles')).toBe(false);
    expect(same('dataset=moons', 'dataset=moons&loss=hinge')).toBe(false);
    expect(same('surface=narrow-valley', 'surface=narrow-valley&condition=4')).toBe(false);
    expect(same('dataset=moons', 'surface=narrow-valley')).toBe(false);
  });

  test('are not drawn after such a change', async () => {
    const { race, change } = await changing('v=2&steps=50&speed=max&run=adam');
    race.play();
    await reached(race, 'finished');
    change(decode('v=2&steps=50&speed=max&run=adam&seed=2').settings);
    expect(race.ghosts).toHaveLength(1);
    change(decode('v=2&steps=50&speed=max&run=adam&dataset=sine').settings);
    expect(race.ghosts).toHaveLength(0);
  });
});

test('an example is closed only by another problem or the removal of its last racer', () => {
  const example = decode('v=2&dataset=moons&run=adam&run=sgd').settings;
  const fits = (link: string) => exampleFits([example], decode(`v=2&${link}`).settings);
  expect(fits('dataset=moons&hidden=4&run=sgd,learningRate=3')).toBe(true);
  expect(fits('dataset=moons&run=momentum')).toBe(false);
  expect(fits('dataset=circles&run=adam&run=sgd')).toBe(false);
  expect(fits('surface=rosenbrock&run=adam')).toBe(false);
});

test('a gauge measures the speed over the last seconds', () => {
  const gauge = new Gauge();
  for (let ms = 0; ms < 2000; ms += 100) gauge.mark(ms / 10, ms);
  expect(gauge.rate).toBeUndefined();
  gauge.mark(200, 2000);
  expect(gauge.rate).toBe(100);
  for (let ms = 2100; ms <= 5000; ms += 100) gauge.mark(200 + (ms - 2000) / 100, ms);
  expect(gauge.rate).toBeCloseTo(10, 0);
  gauge.clear();
  expect(gauge.rate).toBeUndefined();
});
