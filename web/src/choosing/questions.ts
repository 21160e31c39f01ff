// SPDX-License-Identifier: MIT
import type { Situation } from '../../../wasm/types.ts';
import { marked } from '../language/message.ts';

/** What an answer sets up. */
export interface SetUp {
  /** The units of each hidden layer. */
  hidden: number[];
  samples: number;
  /** The noise of the data, as a multiple of the usual one. */
  noise: number;
  /** The samples of a batch, if all of them would be more. */
  batch: number;
  /** What the race counts. */
  unit: 'steps' | 'samples';
  /** Its length in steps of plain gradient descent. */
  steps: number;
}

export interface Answer {
  readonly says: string;
  /** The situation that rules can suit. None: an answer between two situations. */
  readonly situation?: Situation;
  readonly sets: Partial<SetUp>;
}

interface Question<Id extends string> {
  readonly asks: string;
  /** By id, in the order of the page. */
  readonly answers: Readonly<Record<Id, Answer>>;
}

const question = <Id extends string>(asks: string, answers: Record<Id, Answer>): Question<Id> => ({
  asks,
  answers,
});

/** The five questions in the order of the page. The numbers are those of the data set of the first race. */
export const questions = {
  parameters: question(marked('How many parameters does the network have?'), {
    few: {
      says: marked('Few: 33'),
      situation: 'few-parameters',
      sets: { hidden: [8] },
    },
    some: { says: marked('Some: 337'), sets: { hidden: [16, 16] } },
    many: {
      says: marked('Many: 2,545'),
      situation: 'many-parameters',
      sets: { hidden: [48, 48] },
    },
  }),
  data: question(marked('How much data is there?'), {
    little: {
      says: marked('Little: 100 samples'),
      situation: 'little-data',
      sets: { samples: 100 },
    },
    some: { says: marked('Some: 500'), sets: { samples: 500 } },
    much: {
      says: marked('A lot: 2,000'),
      situation: 'much-data',
      sets: { samples: 2000 },
    },
  }),
  noise: question(marked('How noisy are the gradients?'), {
    little: {
      says: marked('Hardly: clean data, large batches'),
      situation: 'little-noise',
      sets: { noise: 0, batch: 250 },
    },
    much: {
      says: marked('Very: noisy data, small batches'),
      situation: 'much-noise',
      sets: { noise: 2, batch: 10 },
    },
  }),
  gradients: question(marked('What does a gradient cost?'), {
    cheap: {
      says: marked('Little: count steps'),
      situation: 'cheap-gradients',
      sets: { unit: 'steps' },
    },
    costly: {
      says: marked('A lot: count samples'),
      situation: 'costly-gradients',
      sets: { unit: 'samples' },
    },
  }),
  matters: question(marked('What matters most?'), {
    start: {
      says: marked('A fast start'),
      situation: 'fast-start',
      sets: { steps: 200 },
    },
    end: {
      says: marked('A low final loss'),
      situation: 'low-loss-at-end',
      sets: { steps: 600 },
    },
    settings: {
      says: marked('Few settings'),
      situation: 'few-settings',
      sets: { steps: 500 },
    },
    memory: {
      says: marked('Little memory'),
      situation: 'little-memory',
      sets: { steps: 500 },
    },
  }),
};

export type QuestionId = keyof typeof questions;
/** The id of one answer to each question. */
export type Answers = {
  readonly [Id in QuestionId]: keyof (typeof questions)[Id]['answers'];
};

export const questionIds = Object.keys(questions) as QuestionId[];

/** The answers that the page opens with: a usual case of training a network. */
export const usualAnswers: Answers = {
  parameters: 'some',
  data: 'some',
  noise: 'much',
  gradients: 'cheap',
  matters: 'start',
};

/** The answers to a question by their ids, in the order of the page. */
export const answersTo = (id: QuestionId): [string, Answer][] =>
  Object.entries<Answer>(questions[id].answers);

/** The questions from the most to the least important: a race is looked at for what matters. */
const byImportance = ['matters', 'parameters', 'data', 'noise', 'gradients'] as const;

/** The given answers, the most important first. */
export const given = (answers: Answers): Answer[] =>
  byImportance.flatMap((id) =>
    answersTo(id).flatMap(([key, answer]) => (key === answers[id] ? answer : [])),
  );

/** Everything that the answers set up. */
export const setUpOf = (answers: Answers): SetUp =>
  Object.assign({}, ...given(answers).map(({ sets }) => sets)) as SetUp;
