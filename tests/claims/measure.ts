// SPDX-License-Identifier: MIT
import { steps } from '../../web/src/lessons/lessons.ts';
import { answerOf } from '../../web/src/lessons/outcome.ts';
import { examples } from '../../web/src/examples/examples.ts';
import type { Point, Settings } from '../../web/src/model/settings.ts';
import { catalog, generator } from '../web/support.ts';
import {
  type Claim,
  type Claims,
  type LessonClaims,
  type Racers,
  type Races,
  lineOf,
  type Results,
  resultOf,
  starts,
} from './figures.ts';
import { race, trackOf } from './race.ts';

export { fromText, toText } from './figures.ts';

/** A text with claims. */
export interface Told {
  /** The folder of its claims, and of their results. */
  kind: 'examples' | 'datasets' | 'lessons';
  id: string;
  text: string;
  /** The races that its claims are measured in. The first is the opening race. */
  links: readonly string[];
  claims: Claims;
  /** Races in which no claim may hold from most starts, to test the tests. */
  spoiled?: readonly string[];
}

/** The starts of a lesson's claims. Its questions show the share of them. */
export const lessonStarts = 20;

const lessonFiles = import.meta.glob<LessonClaims>('./lessons/*.ts', {
  eager: true,
  import: 'default',
});

/** The claims of each step of the lessons, by the step's id. */
export const claimsOfSteps: Readonly<Record<string, LessonClaims[number]>> = Object.fromEntries(
  Object.entries(lessonFiles).flatMap(([path, file]) => {
    const id = path.replace(/^.*\/|\.ts$/g, '');
    return Object.entries(file).map(([number, claims]) => [`${id}.${number}`, claims]);
  }),
);

const files = import.meta.glob<Claims>('./{examples,datasets}/*.ts', {
  eager: true,
  import: 'default',
});

/** The claims in a folder, each by the id of its text. */
export const claimsOf = (kind: 'examples' | 'datasets'): Readonly<Record<string, Claims>> =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.startsWith(`./${kind}/`))
      .map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ''), file]),
  );

/** The claims of one text. Throws if nobody has written them. */
function writtenClaims(kind: 'examples' | 'datasets', id: string): Claims {
  const claims = claimsOf(kind)[id];
  if (claims) return claims;
  throw new Error(
    `The text of ${id} has no claims. Write tests/claims/${kind}/${id}.ts, then run npm run claims -- ${id}.`,
  );
}

/** The steps of the lessons. Beside the claims of its text, each claims the answer of its question. */
export const toldSteps: readonly Told[] = steps.map(({ id, step }) => {
  const { text, why, link, question } = step;
  const { spoiled = [], races = [], ...own } = claimsOfSteps[id] ?? { claims: {}, spoiled: [] };
  const answer = {
    says: [],
    measure: (racers: Racers) => answerOf(question, racers.map(trackOf)),
    holds: (choice: number) => choice === question.answer,
  };
  return {
    kind: 'lessons' as const,
    id,
    text: `${text} ${why}`,
    links: [link, ...races],
    spoiled: [spoiled].flat(),
    claims: {
      ...own,
      each: question.each,
      starts: lessonStarts,
      again: lessonStarts,
      claims: { ...own.claims, 'the answer': answer },
    },
  };
});

/** The examples, the guides of the data sets, and the steps of the lessons. */
export const told: readonly Told[] = [
  ...examples.map(({ id, text, states }) => {
    const claims = writtenClaims('examples', id);
    return { kind: 'examples' as const, id, text, links: states.map(({ link }) => link), claims };
  }),
  ...catalog.datasets.map(({ id, guide }) => {
    const claims = writtenClaims('datasets', id);
    const text = `${guide.idea} ${guide.use} ${guide.pitfalls}`;
    return { kind: 'datasets' as const, id, text, links: claims.races ?? [], claims };
  }),
  ...toldSteps,
];

/** The results of the claims of a text, over the first `count` starts. */
export function measure({ id, links, claims: file }: Told, count = file.starts ?? starts): Results {
  const { each, claims, races } = file;
  const figuresOf = (change?: (settings: Settings) => Settings) => {
    const raced = links.map((link) => race(link, change)) as Racers[] as Races;
    return Object.entries(claims).map(([name, claim]) => {
      const figure = claim.measure(...raced);
      if (Number.isNaN(figure)) throw new Error(`${id}: "${name}" has no figure.`);
      return figure;
    });
  };
  const all = Array.from({ length: count }, (_, start) =>
    figuresOf((settings) => startOf(settings, each, start + 1)),
  );
  const shown = races ? (all[0] ?? []) : figuresOf();
  return Object.fromEntries(
    Object.entries(claims).map(([name, claim], index) => {
      const figures = all.map((row) => row[index] ?? Number.NaN);
      return [name, resultOf(claim, shown[index] ?? Number.NaN, figures)];
    }),
  );
}

/** The results of a text, a line for each claim. */
export const summary = ({ claims }: Told, results: Results): string[] =>
  Object.entries(results).map(([name, result]) =>
    lineOf(name, claims.claims[name] as Claim, result),
  );

/** The settings of the race for start number `start`. Numbers begin at 1, like seeds. */
function startOf(settings: Settings, each: Claims['each'], start: number): Settings {
  const { surface, dataset, run } = settings;
  const started = { ...settings, run: { ...run, seed: start } };
  if (each === 'point')
    return { ...started, surface: surface && { ...surface, start: pointOn(surface.id, start) } };
  if (each === 'start') return started;
  return { ...started, dataset: { ...dataset, values: { ...dataset.values, seed: start } } };
}

/** A random point in the drawn part of the surface. */
function pointOn(id: string, start: number): Point {
  const domain = catalog.surfaces.find((surface) => surface.id === id)?.domain;
  if (!domain) throw new Error(`There is no surface ${id}.`);
  const draw = generator(1);
  const shares = Array.from({ length: start }, () => [draw(), draw()] as const);
  const [x, y] = shares[start - 1] as readonly [number, number];
  const at = ([from, to]: [number, number], share: number) => from + share * (to - from);
  return [at(domain[0], x), at(domain[1], y)];
}
