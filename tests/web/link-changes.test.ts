// SPDX-License-Identifier: MIT
import { describe, expect, test } from 'vitest';
import { withChanges } from '../../web/src/host/link-changes.ts';
import type { Changes } from '../../web/src/host/protocol.ts';
import { sameStart } from '../../web/src/model/settings.ts';
import { catalog, decode, encode } from './support.ts';

const link =
  'v=3&dataset=spiral&noise=0.1&hidden=4&steps=200&run=sgd,learningRate=0.1&run=adam,learningRate=0.02&run=sgd,learningRate=0.1';
const { settings } = decode(link);

function changed(changes: Changes) {
  const result = withChanges(catalog, settings, changes);
  if ('refusal' in result) throw new Error(result.refusal.message);
  return result.settings;
}

const refused = (changes: Changes) => {
  const result = withChanges(catalog, settings, changes);
  return 'refusal' in result ? result.refusal : undefined;
};

describe('a change', () => {
  test.each([
    [{ 'run1.learningRate': 1.5 }, 'run=sgd,learningRate=1.5&run=adam,learningRate=0.02&run=sgd'],
    [{ 'run2.learningRate': '0.5' }, 'run=adam,learningRate=0.5'],
    [{ 'run2.beta1': 0.5 }, 'run=adam,learningRate=0.02,beta1=0.5'],
    [{ 'run2.off': true }, 'run=adam,learningRate=0.02,off'],
    [{ 'run2.lookahead': true }, 'run=adam,learningRate=0.02,lookahead'],
    [{ 'run3.schedule': 'cosine' }, 'schedule=cosine'],
    [
      { run2: 'rmsprop,learningRate=0.02' },
      'run=sgd,learningRate=0.1&run=rmsprop,learningRate=0.02&run=sgd',
    ],
    [
      { run4: 'rmsprop,learningRate=0.02' },
      'run=sgd,learningRate=0.1&run=rmsprop,learningRate=0.02',
    ],
    [{ run2: null }, 'run=sgd,learningRate=0.1&run=sgd,learningRate=0.1'],
    [{ noise: 0.3 }, 'noise=0.3'],
    [{ hidden: [6, 6] }, 'hidden=6,6'],
    [{ hidden: '6,6', steps: 50 }, 'hidden=6,6'],
    [{ dataset: 'plane' }, 'dataset=plane'],
    [{ speed: 'max', batchSize: 'full' }, 'batchSize=full'],
  ] as [Changes, string][])('%o gives %s', (changes, part) => {
    const after = encode(changed(changes));
    expect(after).toContain(part);
    expect(decode(after).notices).toEqual([]);
  });

  test('of a racer leaves all others as they are, to go on', () => {
    const after = changed({ 'run2.learningRate': 0.5 });
    expect(sameStart(after, settings)).toBe(true);
    expect(after.racers[0]).toBe(settings.racers[0]);
    expect(after.racers[2]).toBe(settings.racers[2]);
    expect(after.racers[1]).toMatchObject({ key: 1, slot: 1 });
    expect(after.racers[1]).not.toBe(settings.racers[1]);
  });

  test('of the problem keeps the racers', () => {
    const after = changed({ noise: 0.3 });
    expect(sameStart(after, settings)).toBe(false);
    expect(after.racers).toBe(settings.racers);
  });

  test('to what is there changes nothing', () => {
    const after = changed({ noise: 0.1, 'run1.learningRate': 0.1 });
    expect(sameStart(after, settings)).toBe(true);
    expect(after.racers).toBe(settings.racers);
  });

  test('removes a racer, and gives its place to a new one', () => {
    const fewer = changed({ run1: null });
    expect(fewer.racers.map(({ optimizer }) => optimizer.id)).toEqual(['adam', 'sgd']);
    expect(fewer.racers[0]).toBe(settings.racers[1]);
    expect(new Set(changed({ run4: 'adam' }).racers.map(({ slot }) => slot)).size).toBe(4);
    expect(new Set(changed({ run4: 'adam' }).racers.map(({ key }) => key)).size).toBe(4);
  });

  test('to null returns to the default', () => {
    const { values } = changed({ 'run2.learningRate': null }).racers[1]?.optimizer ?? {};
    expect(values?.learningRate).toBe(
      decode('v=3&dataset=spiral&run=adam').settings.racers[0]?.optimizer.values.learningRate,
    );
  });
});

describe('a change that can’t be made', () => {
  test.each([
    [{ 'run1.learningRate': 'abc' }, 'run1.learningRate', 'must be a number above 0', '“abc”'],
    [{ 'run1.learningRate': -1 }, 'run1.learningRate', 'must be a number above 0', '-1'],
    [{ 'run1.learningRate': '1,momentum=2' }, 'run1.learningRate', 'must be one value', 'momentum'],
    [{ 'run1.beta7': 1 }, 'run1.beta7', 'is not a setting of sgd', '1'],
    [{ 'run9.learningRate': 1 }, 'run9.learningRate', 'names no racer. There are 3', '1'],
    [{ run5: 'adam' }, 'run5', 'names no racer', '“adam”'],
    [{ run0: 'adam' }, 'run0', 'names no racer', '“adam”'],
    [{ run1: 'nosuch' }, 'run1', 'names no known', '“nosuch”'],
    [{ run1: 'sgd,learningRate=0' }, 'run1', 'must be a number above 0', '0'],
    [{ noise: 'x&steps=3' }, 'noise', 'must be a number', 'steps'],
    [{ nosuch: 1 }, 'nosuch', 'is not a known setting', '1'],
    [{ dataset: 'nosuch' }, 'dataset', 'names no known', '“nosuch”'],
    [{ v: 1 }, 'v', 'can’t be changed', '1'],
    [{ run: 'adam' }, 'run', 'can’t be changed', '“adam”'],
    [{ 'run1.learningrate': 1 }, 'run1.learningrate', 'must be written run1.learningRate', '1'],
    [{ 'Run2.beta1': 0.5 }, 'Run2.beta1', 'must be written run2.beta1', '0.5'],
    [{ 'run2.OFF': true }, 'run2.OFF', 'must be written run2.off', 'true'],
    [{ 'run1.schedule.Warmup': 1 }, 'run1.schedule.Warmup', 'is not a setting of sgd', '1'],
    [{ run1: 'sgd,learningrate=1' }, 'run1', 'must be written learningRate', 'sgd'],
    [{ RUN1: 'adam' }, 'RUN1', 'must be written run1', '“adam”'],
    [{ Run: 'adam' }, 'Run', 'can’t be changed', '“adam”'],
    [{ batchsize: 4 }, 'batchsize', 'must be written batchSize', '4'],
    [{ dataset: 'Moons' }, 'dataset', 'must be written moons', '“Moons”'],
    [{ noise: 0.2, 'run1.learningRate': 'abc' }, 'run1.learningRate', 'must be a number', '“abc”'],
  ] as [Changes, string, string, string][])('%o is told', (changes, key, rule, value) => {
    const refusal = refused(changes);
    expect(refusal).toMatchObject({ code: 'bad-value', key });
    expect(refusal?.rule).toContain(rule);
    expect(refusal?.value).toContain(value);
  });

  test.each([
    [
      { 'run1.learningrat': 1 },
      'run1.learningrat is not a setting of sgd. It was 1.',
      'run1.learningRate',
    ],
    [{ nois: 1 }, 'nois is not a known setting. It was 1.', 'noise'],
    [{ run1: 'addam' }, 'run1 names no known optimizer. It was “addam”.', 'adam'],
    [
      { 'run1.schedule': 'cosin' },
      'run1.schedule names no known schedule. It was “cosin”.',
      'cosine',
    ],
  ] as [Changes, string, string][])('%o is told with what is similar', (changes, told, near) => {
    expect(refused(changes)?.message).toBe(`${told} Did you mean ${near}?`);
  });
});
