// SPDX-License-Identifier: MIT

/** The kinds of things that a link names by id: their name, and where the page lists them. */
export const lists = {
  optimizers: { what: 'optimizer', where: 'The page lists them all under “Add a racer”.' },
  datasets: { what: 'data set', where: 'The page lists them all under “Problem”.' },
  surfaces: { what: 'surface', where: 'The page lists them all under “Problem”.' },
  schedules: { what: 'schedule', where: 'The page lists them all on the card of a racer.' },
  lessons: { what: 'lesson', where: 'The page lists them all under “Lessons”.' },
  examples: { what: 'example', where: 'The page lists them all under “Lessons”.' },
  instruments: { what: 'instrument', where: 'The page lists them all under “Instruments”.' },
};
