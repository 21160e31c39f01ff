// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import type { Readings } from '../../wasm/types.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { Racer } from '../../web/src/race/racer.ts';
import type { Race } from '../../web/src/race/race.ts';
import { Watcher } from '../../web/src/race/watcher.ts';
import { open, reached } from './race-support.ts';
import { catalog, decode, engines } from './support.ts';

const ids = catalog.instruments.filter(({ shows }) => shows === 'curve').map(({ id }) => id);
const link = 'v=3&dataset=moons&samples=80&steps=300&speed=max&run=sgd&run=adam';
const { settings } = decode(link);

/** The readings of a run that watches from its start, with the changes of the racer. */
function straight(racer: Racer, watched: readonly string[]) {
  const run = engines.float32.createRun(runSettings(settings, racer.settings));
  run.watch([...watched]);
  for (const { step, values } of racer.changes) {
    run.step(step - run.report().step);
    run.configure({ optimizer: values });
  }
  run.step(racer.curve.last('step') - run.report().step);
  const readings = run.readings();
  run.dispose();
  return readings;
}

/** Waits until every racer has a reading in the rows that should have one. */
async function expectReadings(race: Race, watcher: Watcher, watched: readonly string[]) {
  for (const racer of race.racers) {
    const readings = straight(racer, watched);
    for (const id of watched)
      await expect.poll(() => watcher.columns(racer, id), { timeout: 4000 }).toEqual(readings[id]);
  }
}

const suited = () => {
  const run = engines.float32.createRun({
    problem: { dataset: { id: 'moons' } },
    optimizer: { id: 'sgd' },
  });
  const unsuited = run.unsuited();
  run.dispose();
  return ids.filter((id) => unsuited[id] === undefined);
};

test('what is watched from the start is read at every record', async () => {
  const race = await open(link);
  const watcher = new Watcher(race);
  watcher.watch(suited());
  for (const racer of race.racers)
    await expect.poll(() => watcher.columns(racer, 'gradient-norm')[0]?.length).toBe(1);
  race.on('frame', () => watcher.follow());
  race.play();
  await reached(race, 'finished');
  await expectReadings(race, watcher, suited());
});

test('what is switched on later has the readings of the past too, changes included', async () => {
  const race = await open(link, 2);
  race.advance(90);
  await reached(race, 'paused');
  await expect.poll(() => race.at).toBe(90);
  const [first] = race.racers;
  if (!first) throw new Error('Nobody races.');
  await race.configure(first, { learningRate: 0.5 });
  race.advance(60);
  await expect.poll(() => race.at).toBe(150);
  await race.configure(first, { learningRate: 0.1 });
  race.advance(50);
  await expect.poll(() => race.at).toBe(200);
  const watcher = new Watcher(race);
  const wanted = ['gradient-norm', 'layer-gradients', 'update-ratio'];
  watcher.watch(wanted);
  await expectReadings(race, watcher, wanted);
  race.on('frame', () => watcher.follow());
  race.play();
  await reached(race, 'finished');
  await expectReadings(race, watcher, wanted);
});

test('a racer that enters or starts again is watched too', async () => {
  const race = await open(link);
  const watcher = new Watcher(race);
  race.on('frame', () => watcher.follow());
  watcher.watch(['gradient-norm']);
  race.play();
  await reached(race, 'finished');
  race.reset();
  await reached(race, 'ready');
  race.advance(40);
  await expect.poll(() => race.at).toBe(40);
  await expectReadings(race, watcher, ['gradient-norm']);
});

test('a racer that does not suit an instrument says what it lacks', async () => {
  const race = await open('v=3&surface=rosenbrock&steps=50&run=sgd&run=particle-swarm');
  const watcher = new Watcher(race);
  watcher.watch(['gradient-norm']);
  race.advance(20);
  const [descent, swarm] = race.racers;
  if (!descent || !swarm) throw new Error('Somebody is missing.');
  await expect.poll(() => watcher.lack(swarm, 'gradient-norm')).toBe('gradients');
  await expect.poll(() => watcher.columns(descent, 'gradient-norm')[0]?.length).toBeGreaterThan(0);
  expect(watcher.lack(descent, 'gradient-norm')).toBe('');
  expect(watcher.columns(swarm, 'gradient-norm')).toEqual([]);
});

test('what a race adds while an answer is awaited is fetched too', async () => {
  const rows: ((readings: Readings) => void)[] = [];
  const answers: Record<string, unknown> = { unsuited: {}, watch: 0 };
  const askRun = (_: number, question: string) =>
    question in answers
      ? Promise.resolve(answers[question])
      : new Promise((resolve) => rows.push(resolve));
  const curve = { length: 1 };
  const racer = { run: 1, client: { askRun }, curve } as unknown as Racer;
  const watcher = new Watcher({ racers: [racer] } as unknown as Race);
  watcher.watch(['gradient-norm']);
  await expect.poll(() => rows.length).toBe(1);
  curve.length = 2;
  watcher.follow();
  // Long enough for the request to be made while the first one is unanswered.
  await new Promise((resolve) => setTimeout(resolve, 250));
  rows[0]?.({ 'gradient-norm': [Float64Array.of(3)] });
  await expect.poll(() => rows.length).toBe(2);
  rows[1]?.({ 'gradient-norm': [Float64Array.of(2)] });
  await expect.poll(() => watcher.columns(racer, 'gradient-norm')).toEqual([Float64Array.of(3, 2)]);
});
