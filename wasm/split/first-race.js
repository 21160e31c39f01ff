// SPDX-License-Identifier: MIT
// What a first visit trains. A test compares it with the page's first race.
export const dataset = 'spiral';
export const rules = ['sgd', 'momentum', 'rmsprop', 'adam'];
