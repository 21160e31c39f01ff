// SPDX-License-Identifier: MIT
import { describe, expect, test, vi } from 'vitest';
import { asksAnew, sameLineUp } from '../../web/src/model/asks-anew.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import type { Request } from '../../web/src/engine/messages.ts';
import type { Settings } from '../../web/src/model/settings.ts';
import { Answers } from '../../web/src/race/answers.ts';
import type { Race } from '../../web/src/race/race.ts';
import { enginePool, open, reached } from './race-support.ts';
import { catalog, decode } from './support.ts';

const four = 'v=3&speed=max&steps=300&run=sgd&run=momentum&run=rmsprop&run=adam';
const endless = 'v=3&speed=max&steps=1e9&run=sgd&run=adam';

/** The losses of all racers. */
const bits = (race: Race) => race.racers.map(({ curve }) => [...curve.column('trainLoss')]);

/** Settings in which the first racer has another learning rate. */
function withRate(settings: Settings, learningRate: number): Settings {
  const [first, ...others] = settings.racers;
  if (!first) throw new Error('Nobody races.');
  const { id, values } = first.optimizer;
  const optimizer = { id, values: { ...values, learningRate } };
  return { ...settings, racers: [{ ...first, optimizer }, ...others] };
}

const withSeed = (settings: Settings, seed: number): Settings => ({
  ...settings,
  run: { ...settings.run, seed },
});

/** So long that every answer is whole, also on a busy machine. */
const patientMs = 60_000;

/** A race before its start, and its answers. */
async function answering(link: string, engines = 1, budgetMs = patientMs) {
  const { settings } = decode(link);
  const pool = enginePool(engines, precisionOf(catalog, settings));
  const race = await open(settings, engines, pool);
  const answers = new Answers(race, () => true, budgetMs);
  let [shown, last] = [race.answers, settings];
  race.on('state', () => {
    shown = Math.max(shown, race.answers);
  });
  return {
    race,
    answers,
    settings,
    pool,
    /** Asks for settings, as the next value of a drag unless `isNew`. */
    ask: (next: Settings, isNew = false) => {
      const taken = answers.take(last, next, isNew);
      last = next;
      return taken;
    },
    get shown() {
      return shown;
    },
  };
}

/** Resolves when no answer is under way. */
const quiet = (answers: Answers) =>
  vi.waitUntil(() => !answers.isPending, { timeout: 20_000, interval: 2 });

/** The bits of a race that was played to its end. */
async function played(settings: Settings) {
  const race = await open(settings);
  race.play();
  await reached(race, 'finished');
  return bits(race);
}

describe('an answer', () => {
  test('is the whole race, with the bits of a played one', async () => {
    const { race, answers, settings, ask } = await answering(four);
    const next = withRate(settings, 0.31);
    expect(ask(next, true)).toBe(true);
    await quiet(answers);
    expect([race.state, race.at]).toEqual(['finished', 300]);
    expect(bits(race)).toEqual(await played(next));
  });

  test('is compared with the race before it, however short the time', async () => {
    const { race, answers, settings, ask } = await answering(four, 1, 0);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    expect(race.ghosts.map(({ curve }) => curve.length > 1)).toEqual([true]);
  });

  test('only runs anew what changed', async () => {
    const { race, answers, settings, ask } = await answering(four);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    const [changed, ...others] = race.racers;
    ask(withRate(settings, 0.4));
    await quiet(answers);
    expect(race.racers.slice(1)).toEqual(others);
    expect(race.racers[0]).not.toBe(changed);
    expect(race.racers.map(({ curve }) => curve.last('step'))).toEqual([300, 300, 300, 300]);
  });

  test('gives the engine to the changed racer until it has caught up', async () => {
    const { race, answers, settings, pool, ask } = await answering(endless, 1, 100);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    const { port } = await pool.client(0);
    const send = port.post;
    const orders: number[][] = [];
    port.post = (request) => {
      if (request.call === 'advance')
        orders.push((request as Request<'advance'>).args[0].map(({ run }) => run));
      send(request);
    };
    ask(withRate(settings, 0.4));
    await quiet(answers);
    const [changed = 0, other = 0] = race.racers.map(({ run }) => run);
    const ofChanged = orders.findIndex((runs) => runs.includes(changed));
    expect(orders[ofChanged]).toEqual([changed]);
    const together = () => orders.slice(ofChanged).find((runs) => runs.includes(other));
    await vi.waitUntil(together);
    expect(together()?.toSorted()).toEqual([changed, other].toSorted());
    race.pause();
  });

  test('of another start runs all racers anew, on the same data', async () => {
    const { race, answers, settings, ask } = await answering(four, 2);
    const { data, racers } = race;
    const next = withSeed(settings, 5);
    ask(next, true);
    await quiet(answers);
    expect(race.racers.some((racer) => racers.includes(racer))).toBe(false);
    expect(race.data).toBe(data);
    expect(bits(race)).toEqual(await played(next));
  });

  test('shows nothing of the new race before it is complete', async () => {
    const { race, answers, settings, ask } = await answering(four);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    const before = bits(race);
    ask(withRate(settings, 0.4));
    while (answers.isPending) {
      expect(bits(race)).toEqual(before);
      await new Promise((soon) => setTimeout(soon));
    }
    await quiet(answers);
    expect(bits(race)).not.toEqual(before);
  });

  test('is given in a pause and after the end, but not while the race is played', async () => {
    const { race, answers, settings, ask } = await answering(endless, 1, 100);
    race.play();
    expect(ask(withRate(settings, 0.31), true)).toBe(false);
    race.pause();
    expect(ask(withRate(settings, 0.4), true)).toBe(true);
    answers.drop();
    race.pause();
  });
});

describe('the newest value', () => {
  test('replaces the ones that wait', async () => {
    const asked = await answering(four);
    const { race, answers, settings, ask } = asked;
    const rates = Array.from({ length: 40 }, (_, i) => 0.01 * (i + 1));
    for (const [i, rate] of rates.entries()) ask(withRate(settings, rate), i === 0);
    await quiet(answers);
    // The race as it was, and the newest value. Nothing else was under way.
    expect(asked.shown).toBe(2);
    expect(race.racers[0]?.settings.optimizer.values.learningRate).toBe(rates.at(-1));
  });

  test('does not starve a steady drag: answers are shown while newer values keep coming', async () => {
    const asked = await answering(four);
    const { answers, settings, ask } = asked;
    // With newer values every few milliseconds, this ends only if answers are shown.
    for (let i = 0; asked.shown < 4; i++) {
      ask(withRate(settings, 0.01 * (1 + (i % 50))), i === 0);
      expect(answers.isPending).toBe(true);
      await new Promise((soon) => setTimeout(soon, 2));
    }
    await quiet(answers);
  });

  test('is in force at once if something else follows', async () => {
    const { race, answers, settings, pool, ask } = await answering(four);
    ask(withRate(settings, 0.31), true);
    const next = withRate(settings, 0.4);
    ask(next);
    answers.drop();
    race.apply(next, pool);
    race.play();
    await reached(race, 'finished');
    expect(bits(race)).toEqual(await played(next));
    expect(answers.isPending).toBe(false);
  });
});

test('a racer joins or leaves an answer at once, but not a race that has not begun', async () => {
  const { race, answers, settings, ask } = await answering(four);
  const { racers } = settings;
  const three = { ...settings, racers: racers.slice(1) };
  expect(ask(three, true)).toBe(false);
  expect(ask(settings, true)).toBe(false);
  const seeded = withSeed(settings, 5);
  const fewer = { ...seeded, racers: three.racers };
  ask(seeded, true);
  // While that is under way.
  expect(ask(fewer, true)).toBe(true);
  await quiet(answers);
  expect(bits(race)).toEqual(await played(fewer));
  const { ghosts } = race;
  ask(seeded, true);
  await quiet(answers);
  expect(race.racers.map(({ curve }) => curve.last('step'))).toEqual([300, 300, 300, 300]);
  ask(fewer, true);
  await quiet(answers);
  expect(race.racers).toHaveLength(3);
  expect(race.ghosts).toBe(ghosts);
});

describe('a race that does not fit', () => {
  test('is shown as far as it is, and goes on to the end', async () => {
    const { race, answers, settings, ask } = await answering(endless, 1, 100);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    expect([race.state, race.isPlayed]).toEqual(['running', false]);
    expect(race.at).toBeGreaterThan(0);
    expect(race.at).toBeLessThan(race.limit);
    const shown = race.at;
    await vi.waitUntil(() => race.at > shown);
    // The next value is an answer again, and no change of a running race.
    expect(ask(withRate(settings, 0.4))).toBe(true);
    await quiet(answers);
    expect(race.racers[0]?.changes).toEqual([]);
    race.pause();
    expect(race.state).toBe('paused');
  });

  test('stops while the page is hidden', async () => {
    const { race, answers, settings, ask } = await answering(endless, 1, 100);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    race.suspend(true);
    await new Promise((soon) => setTimeout(soon, 100));
    const { at } = race;
    await new Promise((soon) => setTimeout(soon, 100));
    expect(race.at).toBe(at);
    race.suspend(false);
    await vi.waitUntil(() => race.at > at);
    race.pause();
  });
});

describe('ghosts', () => {
  test('are the curves before the drag, of the racers that it changes, run to their end first', async () => {
    const { race, answers, settings, ask } = await answering(four);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    const before = await played(settings);
    const ghosts = () => race.ghosts.map(({ curve }) => [...curve.column('trainLoss')]);
    expect(ghosts()).toEqual(before.slice(0, 1));
    ask(withRate(settings, 0.4));
    await quiet(answers);
    expect(ghosts()).toEqual(before.slice(0, 1));
    ask(withSeed(settings, 4), true);
    const last = bits(race);
    await quiet(answers);
    expect(ghosts()).toEqual(last);
  });

  test('stay when the answer is played from its beginning', async () => {
    const { race, answers, settings, ask } = await answering(four);
    const next = withRate(settings, 0.31);
    ask(next, true);
    await quiet(answers);
    const { ghosts } = race;
    race.play();
    expect([race.at, race.answers, race.ghosts]).toEqual([0, 0, ghosts]);
    await reached(race, 'finished');
    expect(race.ghosts).toBe(ghosts);
    expect(bits(race)).toEqual(await played(next));
  });
});

test('asking for the old settings restores the same bits', async () => {
  const { race, answers, settings, ask } = await answering(four);
  race.play();
  await reached(race, 'finished');
  const before = bits(race);
  ask(withRate(settings, 0.31), true);
  await quiet(answers);
  expect(bits(race)).not.toEqual(before);
  ask(settings, true);
  await quiet(answers);
  expect(bits(race)).toEqual(before);
  expect(race.state).toBe('finished');
});

test('the old settings also bring back what was changed while the race was played', async () => {
  const { race, answers, settings, ask } = await answering(four);
  race.advance(100);
  await vi.waitUntil(() => race.at === 100);
  const [first] = race.racers;
  if (!first) throw new Error('Nobody races.');
  await race.configure(first, { learningRate: 0.01 });
  race.play();
  await reached(race, 'finished');
  const before = bits(race);
  expect(before).not.toEqual(await played(settings));
  for (const next of [withRate(settings, 0.31), withSeed(settings, 3)]) {
    ask(next, true);
    await quiet(answers);
    expect(race.racers.flatMap(({ changes }) => changes)).toEqual([]);
    expect(bits(race)).toEqual(await played(next));
    ask(settings, true);
    await quiet(answers);
    expect(bits(race)).toEqual(before);
    expect(race.racers[0]?.changes).toEqual([{ step: 100, values: { learningRate: 0.01 } }]);
  }
  // Played once more without them, it has none to bring back.
  race.play();
  await reached(race, 'finished');
  ask(withRate(settings, 0.31), true);
  await quiet(answers);
  ask(settings, true);
  await quiet(answers);
  expect(bits(race)).toEqual(await played(settings));
});

describe('refused settings', () => {
  test('leave the last good race', async () => {
    const { race, answers, settings, ask } = await answering(four);
    ask(withRate(settings, 0.31), true);
    await quiet(answers);
    const { racers } = race;
    const before = bits(race);
    ask(withRate(settings, 1e39));
    await vi.waitUntil(() => race.refused.length > 0);
    expect(race.refused.map(({ problems }) => problems[0]?.path)).toEqual([
      'optimizer.learningRate',
    ]);
    expect(race.racers).toEqual(racers);
    expect([race.state, bits(race)]).toEqual(['finished', before]);
    ask(withRate(settings, 0.2));
    await quiet(answers);
    expect(race.refused).toEqual([]);
    expect(bits(race)).toEqual(await played(withRate(settings, 0.2)));
  });

  test('show who can race if somebody can', async () => {
    const link = 'v=3&dataset=sine&speed=max&steps=50&run=levenberg-marquardt&run=sgd';
    const { race, answers, settings, ask } = await answering(link);
    // A rule for sums of squares refuses another loss.
    ask({ ...settings, network: { ...settings.network, loss: 'mean-absolute-error' } }, true);
    await quiet(answers);
    expect(race.racers.map(({ status }) => status)).toEqual(['refused', 'running']);
    expect(race.refused).toEqual([]);
  });
});

test('a change of values asks for the race anew, and another problem or line-up does not', () => {
  const { settings } = decode(four);
  const anew = (change: Partial<Settings>) => asksAnew(settings, { ...settings, ...change });
  expect(asksAnew(settings, withRate(settings, 0.31))).toBe(true);
  expect(asksAnew(settings, withSeed(settings, 3))).toBe(true);
  expect(anew({ network: { ...settings.network, hidden: [3] } })).toBe(true);
  expect(anew({ problem: { ...settings.problem, batchSize: 3 } })).toBe(true);
  expect(anew({ view: { ...settings.view, scale: 'linear' } })).toBe(false);
  expect(anew({ example: '' })).toBe(false);
  expect(anew({ racers: [] })).toBe(false);
  expect(sameLineUp(settings, withRate(settings, 0.31))).toBe(true);
  expect(sameLineUp(settings, { ...settings, racers: settings.racers.slice(1) })).toBe(false);
  expect(anew({ dataset: decode('v=3&dataset=moons').settings.dataset })).toBe(false);
  expect(anew({ surface: decode('v=3&surface=beale').settings.surface })).toBe(false);
  expect(anew({ budget: { unit: 'steps', amount: 9 }, run: { ...settings.run } })).toBe(false);
  const valley = decode('v=3&surface=narrow-valley').settings;
  const { surface } = valley;
  if (!surface) throw new Error('There is no surface.');
  expect(asksAnew(valley, { ...valley, surface: { ...surface, start: [1, 1] } })).toBe(true);
});
