// SPDX-License-Identifier: MIT

/** The rules with a learning rate that rates.js skips, with the reason. */
export const notSwept = {
  adadelta: 'a factor on a step that it finds itself',
  prodigy: 'a factor on a step that it finds itself',
  newton: 'a factor on a step that it finds itself',
  'gauss-newton': 'a factor on a step that it finds itself',
  rprop: 'the first step only',
  'evolution-strategy': 'a generation costs as much as 50 steps on all samples: a day',
};
