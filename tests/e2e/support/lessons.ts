// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Lesson } from '../../../web/src/lessons/lesson.ts';
import type { Where } from './race.ts';

const folder = fileURLToPath(new URL('../../../web/src/lessons/', import.meta.url));

/** The lessons as the page has them, which reads them by the bundler. */
export const lessons = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  .map((name) => ({
    ...(JSON.parse(readFileSync(folder + name, 'utf8')) as Omit<Lesson, 'id' | 'chapter'>),
    id: name.replace(/^.*\/\d+-|\.json$/g, ''),
  }));

export const steps = lessons.flatMap(({ id, steps: own }) =>
  own.map((step, index) => ({ id: `${id}.${index + 1}`, step })),
);

/** The card of the step that is shown. */
export const cardOf = (where: Where) => where.locator('fall-line-lesson section');
