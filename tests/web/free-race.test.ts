// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import type { Update } from '../../web/src/engine/messages.ts';
import { serve } from '../../web/src/engine/serve.ts';
import { Race } from '../../web/src/race/race.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import { enginePool, open, parts, reached } from './race-support.ts';
import { catalog, decode } from './support.ts';

/** The state of a race without its times, which differ in every run. */
const bits = (race: Race) =>
  race.racers.map(({ curve }) => [
    [...curve.column('step')],
    [...curve.column('trainLoss')],
    [...curve.column('testLoss')],
  ]);

const stand = (race: Race) => race.racers.map((racer) => racer.at('steps'));
const rest = (milliseconds: number) => new Promise((after) => setTimeout(after, milliseconds));

const racers = 'run=sgd,batchSize=full&run=adam&run=momentum,batchSize=1';

describe('a free race', () => {
  test.each([1, 2])('ends with the same bits as a race in step: %i engines', async (engines) => {
    const inStep = await open(`v=2&speed=max&steps=700&${racers}`, engines);
    inStep.play();
    await reached(inStep, 'finished');
    const free = await open(`v=2&pacing=free&steps=700&${racers}`, engines);
    free.play();
    await reached(free, 'finished');
    expect(stand(free)).toEqual([700, 700, 700]);
    expect(bits(free)).toEqual(bits(inStep));
    expect(free.at).toBe(700);
  });

  test('lets racers run ahead, stops in a pause, and continues to the end', async () => {
    const race = await open(`v=2&pacing=free&steps=1e9&${racers}`, 2);
    race.play();
    while (Math.min(...stand(race)) < 100) await rest(5);
    race.pause();
    await rest(50);
    const there = stand(race);
    expect(new Set(there).size).toBe(3);
    expect(race.at).toBe(Math.min(...there));
    await rest(50);
    expect(stand(race)).toEqual(there);
    race.play();
    while (Math.min(...stand(race)) <= Math.max(...there)) await rest(5);
    expect(race.state).toBe('running');
    race.suspend(true);
  });

  test.each(['pacing=free', 'speed=max'])(
    'racers stop while the page is hidden: %s',
    async (how) => {
      const race = await open(`v=2&${how}&steps=1e9&${racers}`, 1);
      race.play();
      while (race.at < 20) await rest(5);
      race.suspend(true);
      await rest(100);
      const there = stand(race);
      await rest(100);
      expect(stand(race)).toEqual(there);
      race.suspend(false);
      while (Math.min(...stand(race)) <= Math.min(...there)) await rest(5);
      race.suspend(true);
    },
  );
});

test('an engine works on one slice at a time, and transfers its curves', async () => {
  const pool = enginePool(1);
  const client = await pool.client(0);
  const { port } = client;
  let [underWay, most, slices] = [0, 0, 0];
  const send = port.post;
  const receive = port.onreply;
  const ids = new Set<number>();
  port.post = (request) => {
    if (request.call === 'advance') {
      ids.add(request.id);
      most = Math.max(most, ++underWay);
      slices++;
    }
    send(request);
  };
  port.onreply = (reply) => {
    if (ids.delete(reply.id)) underWay--;
    receive(reply);
  };
  const race = new Race(
    () => catalog,
    pool,
    decode(`v=2&pacing=free&steps=500&${racers}`).settings,
  );
  await reached(race, 'ready');
  race.play();
  await reached(race, 'finished');
  expect(slices).toBeGreaterThan(1);
  expect(most).toBe(1);

  const transfers: Transferable[][] = [];
  const replies: unknown[] = [];
  const answer = serve((reply, transfer) => {
    replies.push('value' in reply ? reply.value : undefined);
    transfers.push(transfer);
  });
  const [racer] = race.racers;
  if (!racer) throw new Error('Nobody races.');
  await answer({ id: 1, call: 'load', args: [parts.float32, 'float32'] });
  const settings = runSettings(decode('v=2').settings, racer.settings);
  await answer({ id: 2, call: 'create', args: [1, settings, { records: 0, waypoints: 0 }] });
  const { records, waypoints } = replies[1] as Update;
  const arrays = [...Object.values(records), ...Object.values(waypoints)].flat();
  expect(transfers[1]).toEqual(arrays.map(({ buffer }) => buffer));
});

describe('links', () => {
  test('omit the pace of races in step, and draw a free race over time', () => {
    expect(decode('v=1').settings.pacing).toBe('lock-step');
    expect(decode('v=2').settings).toMatchObject({ pacing: 'lock-step', view: { axis: 'steps' } });
    const free = decode('v=2&pacing=free').settings;
    expect(free).toMatchObject({ pacing: 'free', view: { axis: 'time' } });
    expect(decode('v=2&pacing=free&axis=steps').settings.view.axis).toBe('steps');
    expect(decode('v=2&pacing=slow').notices).toMatchObject([{ key: 'pacing' }]);
  });
});
