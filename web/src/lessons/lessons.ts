// SPDX-License-Identifier: MIT
import { marked } from '../language/message.ts';
import { speaking } from '../language/speaking.ts';
import type { Lesson, PlacedStep } from './lesson.ts';

/** The chapters, in the order of the numbers of their folders. */
export const chapters: readonly string[] = [
  marked('Descent and its rate'),
  marked('The noise of batches'),
  marked('Momentum and adaptive rates'),
  marked('Curvature and beyond gradients'),
  marked('What goes wrong'),
  marked('Choosing'),
];

/** The properties of a lesson's file that are read by people. */
const texts = new Set(['title', 'line', 'text', 'why', 'asks', 'says', 'none']);

const files = import.meta.glob<Omit<Lesson, 'id' | 'chapter'>>('./*/*.json', {
  eager: true,
  import: 'default',
});

/** All lessons, in the order of the numbers in `<chapter>-<name>/<order>-<id>.json`. */
export const lessons: readonly Lesson[] = Object.entries(files)
  .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
  .map(([path, file]) => {
    const [, chapter, id = ''] = /^\.\/(\d+)-[^/]*\/\d+-(.*)\.json$/.exec(path) ?? [];
    return speaking({ ...file, id, chapter: Number(chapter) }, texts);
  });

/** The steps of all lessons, in order. */
export const steps: readonly PlacedStep[] = lessons.flatMap((lesson) =>
  lesson.steps.map((step, index) => ({
    id: `${lesson.id}.${index + 1}`,
    lesson,
    step,
    number: index + 1,
  })),
);

/** The step with an id such as `downhill.2`. */
export function stepOf(id: string): PlacedStep | undefined {
  return steps.find((step) => step.id === id);
}

/** The step before or after one, also of another lesson. Undefined at the ends. */
export function neighbour({ id }: PlacedStep, way: 1 | -1): PlacedStep | undefined {
  return steps[steps.findIndex((step) => step.id === id) + way];
}

/** The steps that replaced an example. */
export function stepsFromExample(id: string): PlacedStep[] {
  return steps.filter(({ step }) => step.formerly === id);
}
