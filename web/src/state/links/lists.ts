// SPDX-License-Identifier: MIT

/** Of what a link names by its id: what it is called, and where the page lists all there are. */
export const lists = {
  optimizers: { what: 'optimizer', where: 'The page lists them all under “Add a racer”.' },
  datasets: { what: 'data set', where: 'The page lists them all under “Problem”.' },
  surfaces: { what: 'surface', where: 'The page lists them all under “Problem”.' },
  schedules: { what: 'schedule', where: 'The page lists them all on the card of a racer.' },
  examples: { what: 'example', where: 'The page lists them all under “Examples”.' },
};
