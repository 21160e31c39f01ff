// SPDX-License-Identifier: MIT

/** The rules whose default learning rate is used on every problem, with the reason. */
export const alwaysDefault = {
  adadelta: 'a factor on a step that it finds itself',
  prodigy: 'a factor on a step that it finds itself',
  newton: 'a factor on a step that it finds itself',
  'gauss-newton': 'a factor on a step that it finds itself',
  rprop: 'the first step only',
};

/** The rules with a learning rate that rates.js skips, with the reason. */
export const notSwept = {
  ...alwaysDefault,
  'evolution-strategy': 'a generation costs as much as 50 steps on all samples: a day',
};
