// SPDX-License-Identifier: MIT
/** The keys of a link that name a text to be shown with the race: `lesson`, and `example`. */
import { examples } from '../../examples/examples.ts';
import { lessons, stepOf, steps, stepsFromExample } from '../../lessons/lessons.ts';
import { exampleFits } from '../example-fits.ts';
import type { Settings } from '../settings.ts';
import { readPairs } from './grammar.ts';
import type { LinkFields } from './link-fields.ts';
import { lists } from './lists.ts';
import { Notices } from './notices.ts';

type Told = Pick<Settings, 'lesson' | 'example'>;

const formerExamples = [...new Set(steps.flatMap(({ step }) => step.formerly ?? []))];

/** Examples that exist, and those that became steps of lessons. */
const knownExamples = [...examples, ...formerExamples.map((id) => ({ id }))];

/** What a link says. A link to a whole lesson leads to its first step. */
export function takeTold(fields: LinkFields): Told {
  const given = fields.takeId('lesson', [...steps, ...lessons], '', lists.lessons);
  const lesson = given === '' || stepOf(given) ? given : `${given}.1`;
  const example = fields.takeId('example', knownExamples, '', lists.examples);
  return { lesson, example: lesson === '' ? example : '' };
}

/** The link of a step's race, if a link says nothing but this step. */
export function raceOfBare(link: string, lesson: string): string | undefined {
  const keys = readPairs(link, Notices.ofLink()).map(([key]) => key);
  const bare = keys.every((key) => /^(v|lesson)$/i.test(key));
  return bare ? stepOf(lesson)?.step.link : undefined;
}

/** Replaces a former example by the step that fits the race, or else by its first one. */
export function renewed(settings: Settings, settingsOf: (link: string) => Settings): Settings {
  const former = stepsFromExample(settings.example);
  const fits = former.find(({ step }) => exampleFits([settingsOf(step.link)], settings));
  const lesson = (fits ?? former[0])?.id;
  return lesson === undefined ? settings : { ...settings, example: '', lesson };
}
