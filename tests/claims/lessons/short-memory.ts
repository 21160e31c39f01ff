// SPDX-License-Identifier: MIT
import type { LessonClaims } from '../figures.ts';
import type { Raced } from '../race.ts';

/** The mean position at the end. Racers still move a little at the bounds, in cycles of three steps. */
function end({ path }: Raced): number {
  const last = path.x.slice(-90);
  return last.reduce((sum, x) => sum + x, 0) / last.length;
}

const slopes = 'v=3&surface=reddi-counterexample&steps=1000';
const usual = `${slopes}&run=adam,learningRate=0.03,beta1=0`;

export default {
  1: {
    spoiled: usual,
    unmeasured: [
      'Every third step has slope 3 and the others have −1, so on average the way down is to the left.',
      'This Adam has a short memory: its beta 2 is 0.1.',
    ],
    claims: {
      'the small slopes win': {
        says: 'Adam divides each slope by its recent size, so the large one counts no more than a small one and is outvoted two to one',
        measure: ([adam]) => end(adam),
        holds: (x) => x > 0.95,
      },
    },
  },
  2: {
    spoiled: `${usual}&run=adam,learningRate=0.03,beta1=0,beta2=0.1`,
    unmeasured: [
      'The slopes and Adam’s beta 2 are as before.',
      'AMSGrad is Adam with one change: it divides by the largest average that it has had so far.',
    ],
    claims: {
      'AMSGrad goes down': {
        says: 'It never forgets the large slope, so the two small ones cannot outvote it',
        measure: ([, amsgrad]) => end(amsgrad),
        holds: (x) => x < -0.95,
      },
    },
  },
} satisfies LessonClaims;
