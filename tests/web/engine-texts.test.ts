// SPDX-License-Identifier: MIT
// What the engine says at run time, and the page translates: the list of it is complete, and none is invented.
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import type { Problem } from '../../wasm/types.ts';
import { engineText, ruleText, said } from '../../web/src/catalog/engine-texts.ts';
import { setLanguage } from '../../web/src/language/current.ts';
import { messages as marks } from '../../web/src/language/pseudo.ts';
import { precisionOf } from '../../web/src/model/precision.ts';
import { refusalText } from '../../web/src/model/refusal.ts';
import { runSettings } from '../../web/src/model/run-settings.ts';
import type { RacerSettings, Settings } from '../../web/src/model/settings.ts';
import { catalog, decode, engines } from './support.ts';

afterEach(() => setLanguage('en', {}));

/** Problems on which some rules, wrappers and instruments can't work. */
const problems = [
  'dataset=moons',
  'dataset=moons&hidden=60,60',
  'dataset=moons&hidden=3000',
  'dataset=moons&loss=hinge',
  'dataset=plane&loss=mean-squared-error&activation=relu',
  'dataset=plane&loss=mean-squared-error&l1=0.1',
  'dataset=plane&loss=huber&hidden=',
  'surface=rosenbrock',
  'surface=rosenbrock&gradientNoise=0.1',
  'surface=himmelblau',
];

/** Settings of a racer that some rules refuse. */
const racers = ['', ',schedule=cosine', ',clipNorm=1', ',sam', ',lookahead', ',weight-averaging'];

const links = problems.flatMap((problem) =>
  catalog.optimizers.flatMap(({ id }) =>
    racers.map((change) => `v=3&${problem}&run=${id}${change}`),
  ),
);

test('every reason of the engine is a message', () => {
  setLanguage('en', {});
  const refused = new Map<string, readonly Problem[]>();
  const lacks = new Set<string>();
  for (const link of links) {
    const { settings, racer } = setUp(link);
    const engine = engines[precisionOf(catalog, settings)];
    const run = runSettings(settings, racer);
    const found = engine.check(run);
    if (found.length > 0) refused.set(link, found);
    else {
      const made = engine.createRun(run);
      for (const lack of Object.values(made.unsuited())) lacks.add(lack);
      made.dispose();
    }
  }
  expect(refused.size).toBeGreaterThan(100);
  expect(lacks.size).toBeGreaterThan(5);
  const reasons = [...refused.values()].flat().flatMap(({ reason }) => reason ?? []);
  const unknown = [...new Set([...reasons, ...lacks])].filter((text) => !isListed(text));
  expect(unknown).toEqual([]);

  setLanguage('en', marks);
  const untold = [...refused]
    .map(([link, found]) => refusalText(catalog, setUp(link).racer, found))
    .filter((text) => !/^⟦.*⟧$/.test(text));
  expect(untold).toEqual([]);
});

function setUp(link: string): { settings: Settings; racer: RacerSettings } {
  const { settings } = decode(link);
  const [racer] = settings.racers;
  if (!racer) throw new Error(`There is no racer in ${link}.`);
  return { settings, racer };
}

/** Whether a text is in the list, with values in place of names, or in the catalog. */
function isListed(text: string): boolean {
  const known = [...said, ...catalog.wrappers.flatMap(({ unfit }) => Object.values(unfit))];
  return known.some((one) => {
    const pattern = one.replace(/[.()]/g, '\\$&').replace(/\{\w+\}/g, '.+');
    return new RegExp(`^${pattern}$`).test(text);
  });
}

test('every text of the list stands in the core', () => {
  const sources = readdirSync('core', { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(cpp|hpp)$/.test(path))
    .map((path) => readFileSync(`core/${path}`, 'utf8'))
    .join('\n')
    // Literals over several lines.
    .replace(/"\s*\n\s*"/g, '');
  const invented = said.filter((text) => {
    const parts = text
      .replace(/^needs /, '')
      .split(/\{\w+\}/)
      .flatMap((part) => part.split('a sum of squares, '))
      .map((part) => part.trim())
      .filter((part) => part !== '' && part !== ')');
    return !parts.every((part) => sources.includes(part));
  });
  expect(invented).toEqual([]);
});

test('values are taken out of the engine’s texts', () => {
  setLanguage('es', {
    'needs at most {most} parameters, and this network has {n}':
      'necesita como máximo {most} parámetros, y esta red tiene {n}',
    '{subject} must need at most {most} of memory. It is {value}.':
      '{subject} debe caber en {most} de memoria. Necesita {value}.',
  });
  expect(engineText('needs at most 2000 parameters, and this network has 2545')).toBe(
    'necesita como máximo 2000 parámetros, y esta red tiene 2545',
  );
  expect(ruleText('El problema', 'must need at most 192 MB of memory', '300 MB')).toBe(
    'El problema debe caber en 192 MB de memoria. Necesita 300 MB.',
  );
  expect(engineText('something new')).toBe('something new');
});
