// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { verdictOf } from '../../../web/src/race/expected.ts';
import { FileError, linkIn, opened } from '../../../web/src/results/opened.ts';
import { raceJson } from '../../../web/src/results/race-json.ts';
import { open, reached } from '../race-support.ts';
import { decode } from '../support.ts';
import { raced } from './support.ts';

const link = 'dataset=moons&steps=40&run=sgd&run=adam,learningRate=0.02';

test('a race that is opened again gives the same bits', async () => {
  const file = await raceJson(await raced(link));
  const { settings, notices } = decode(await opened(new Blob([file])));
  expect(notices).toEqual([]);
  expect(settings.expect).toHaveLength(2);
  const race = await open(settings);
  race.play();
  await reached(race, 'finished');
  const verdict = await verdictOf(race, settings);
  expect(verdict?.same).toHaveLength(2);
  expect(verdict?.others).toEqual([]);
});

test('the file has every digit of the curves, and null for what does not exist', async () => {
  const subject = await raced(link);
  const { racers } = JSON.parse(await raceJson(subject));
  const { curve } = subject.race.racers[1] ?? {};
  expect(racers[1].curve.testLoss).toEqual([...(curve?.column('testLoss') ?? [])]);
  expect(racers[1].curve.learningRate[0]).toBeNull();
  expect(racers[1].optimizer).toMatchObject({ id: 'adam', learningRate: 0.02 });
});

test('a race on a surface has paths', async () => {
  const { racers, problem } = JSON.parse(
    await raceJson(await raced('surface=beale&steps=5&run=adam')),
  );
  expect(problem.surface.id).toBe('beale');
  expect(racers[0].path.x).toHaveLength(6);
});

test('a race that is not at its end expects nothing', async () => {
  const subject = await raced(link);
  subject.race.reset();
  await reached(subject.race, 'ready');
  const file = await raceJson(subject);
  expect(decode(linkIn(file)).settings.expect).toEqual([]);
});

const good = { format: 'fall-line race', version: 1, link: 'v=3&run=sgd', racers: [] };

test.each<[string, unknown, string]>([
  ['no object', [1], 'The file must be a JSON object (found [1]).'],
  ['another file', { format: 'x' }, 'format must be "fall-line race" (found "x").'],
  ['a file without a format', {}, 'format must be "fall-line race" (found nothing).'],
  ['a later version', { ...good, version: 2 }, 'version must be 1 (found 2).'],
  ['no link', { ...good, link: 5 }, 'link must be the link of a race (found 5).'],
  ['no list', { ...good, racers: {} }, 'racers must be a list (found {}).'],
  ['no racer', { ...good, racers: [1] }, 'racers[0] must be an object (found 1).'],
  [
    'a bad result',
    { ...good, racers: [{ result: 'beef' }] },
    'racers[0].result must be 16 hexadecimal digits, with or without marks (found "beef").',
  ],
  [
    'a result too few',
    { ...good, racers: [{ result: '0123456789abcdef' }, {}] },
    'racers must all have a result, or none (found 1).',
  ],
])('%s is refused by key, rule and value', (_, file, message) => {
  expect(() => linkIn(JSON.stringify(file))).toThrow(new FileError(message));
});

test('a text that is not JSON is refused, and long values are cut', () => {
  expect(() => linkIn('a,b\n1,2')).toThrow(/^The file is not JSON: /);
  expect(() => linkIn(JSON.stringify({ format: 'y'.repeat(1000) }))).toThrow(/found "y{39}…\)/);
});

test('a link in a file can not smuggle in another expectation', () => {
  const racers = [{ result: '0123456789abcdef' }];
  const text = JSON.stringify({ ...good, link: '#v=3&run=sgd&expect=ffffffffffffffff', racers });
  expect(linkIn(text)).toBe('v=3&run=sgd&expect=0123456789abcdef');
});
