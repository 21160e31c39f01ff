// SPDX-License-Identifier: MIT
import type { Claim, Claims, Racers } from '../figures.ts';
import { accuracyAt, typical } from '../race.ts';

const accuracy = (race: Racers, step: number) => typical(race, (racer) => accuracyAt(racer, step));

const late = (race: 0 | 1, says: string): Claim => ({
  says,
  measure: (...races) => accuracy(races[race], 8000),
  holds: (share) => share > 0.7 && share < 0.9,
});

export default {
  each: 'start and data',
  // 8,000 steps with 32 units per layer are too long for every test. These starts take about 7 seconds.
  starts: 20,
  again: 0,
  races: [
    'v=3&dataset=checkerboard&steps=8000',
    'v=3&dataset=checkerboard&hidden=32,32&steps=8000',
    'v=3&dataset=checkerboard&fields=3&steps=8000',
  ],
  unmeasured: [
    'Neighboring fields always belong to different classes, so the boundary has many corners.',
    'Compare what width and time can do.',
    'Race two layers of 8 units and two of 32 for 2,000 and for 8,000 steps.',
  ],
  claims: {
    'it takes thousands of steps': {
      says: 'Drawing them all takes thousands of steps',
      measure: (race) => accuracy(race, 8000) - accuracy(race, 2000),
      holds: (gain) => gain > 0.02,
    },
    'width does not help in 2,000 steps': {
      says: 'After 2,000 steps, 32 units per layer were no better than 8',
      measure: (narrow, wide) => accuracy(wide, 2000) - accuracy(narrow, 2000),
      holds: (gain) => gain < 0.02,
    },
    '8 units after 8,000': late(0, 'and {80%} accuracy'),
    '32 units after 8,000': late(1, 'After 8,000 they had about {84%}'),
    'fewer fields are easier': {
      says: 'fewer fields are easier',
      measure: (four, _, three) => accuracy(three, 8000) - accuracy(four, 8000),
      holds: (gain) => gain > 0.05,
    },
  },
} satisfies Claims;
