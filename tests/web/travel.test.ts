// SPDX-License-Identifier: MIT
// The past of a race: all that a page shows of its racers at an earlier moment.
import { expect, test } from 'vitest';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Race } from '../../web/src/race/race.ts';
import { open, reached } from './race-support.ts';
import { decode, engines } from './support.ts';

const link = 'v=3&steps=300&speed=max&run=sgd&run=adam';

async function finished(of: string): Promise<Race> {
  const race = await open(of);
  race.play();
  await reached(race, 'finished');
  return race;
}

/** The report and the parameters of each racer that the page shows. */
const shown = (race: Race) =>
  Promise.all(
    race.shown.map(async (racer) => ({
      report: await racer.ask('report'),
      predictions: await racer.ask('predict', 'test'),
      losses: racer.curve.column('testLoss'),
    })),
  );

/** The same from a run of that many steps alone. */
const direct = (of: string, steps: number) => {
  const { settings } = decode(of);
  return settings.racers.map((racer) => {
    const run = engines.float32.createRun(runSettings(settings, racer));
    run.step(steps);
    const curve = run.curve();
    const answer = {
      report: run.report(),
      predictions: run.predict('test'),
      // Recorded steps only: the run stops at a step that may have no record.
      losses: curve.testLoss,
    };
    run.dispose();
    return answer;
  });
};

test('shows racers as they were, and the present unchanged', async () => {
  const race = await finished(link);
  const end = await shown(race);
  for (const step of [40, 41, 257, 3, 0, 299]) {
    race.travel(step);
    expect(race.moment).toBe(step);
    expect(await shown(race)).toEqual(direct(link, step));
    expect(race.comparison.standings.map(({ racer }) => racer.report?.step)).toEqual([step, step]);
    expect(race.racers.map((racer) => racer.at('steps'))).toEqual([300, 300]);
  }
  race.travel(300);
  expect(race.moment).toBeUndefined();
  expect(await shown(race)).toEqual(end);
});

test('one step forward in the past trains nobody, and Play goes on from the present', async () => {
  const race = await finished(link);
  race.travel(100);
  race.advance(race.quantum);
  expect(race.moment).toBe(101);
  race.travel(299);
  race.advance(race.quantum);
  expect(race.moment).toBeUndefined();
  expect(race.at).toBe(300);
  race.travel(10);
  race.play();
  expect(race.moment).toBeUndefined();
  await reached(race, 'finished');
  expect(race.racers.map((racer) => racer.at('steps'))).toEqual([600, 600]);
});

test('a racer that stopped earlier is shown at its end', async () => {
  const race = await finished(
    'v=3&steps=300&speed=max&surface=rosenbrock&run=sgd,learningRate=1&run=adam',
  );
  const [sgd] = race.racers;
  expect(sgd?.status).toBe('diverged');
  const step = sgd?.report?.step ?? 0;
  race.travel(200);
  expect(race.shown.map(({ status }) => status)).toEqual(['diverged', 'running']);
  expect(race.shown[1]?.path.length).toBe(201);
  race.travel(step - 1);
  expect(race.shown[0]?.status).toBe('running');
});

test('a change of the racers ends the view of the past', async () => {
  const { settings } = decode(link);
  const race = await finished(link);
  race.travel(100);
  race.apply({ ...settings, racers: settings.racers.slice(1) }, {} as never);
  expect(race.moment).toBeUndefined();
});
