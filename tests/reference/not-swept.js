// SPDX-License-Identifier: MIT

/** Rules with a rate that rates.js leaves out, and why. */
export const notSwept = {
  adadelta: 'a factor on a step that it finds itself',
  prodigy: 'a factor on a step that it finds itself',
  newton: 'a factor on a step that it finds itself',
  'gauss-newton': 'a factor on a step that it finds itself',
  rprop: 'the first step only',
  'evolution-strategy': 'a generation costs as much as 50 steps on all samples: a day',
};
