// SPDX-License-Identifier: MIT
/** Strings of the page that look like texts, and that no reader of the page reads. */

/** Files with answers for the authors of other pages, and with code that is shared. Both are in English. */
export const filesForPrograms: readonly RegExp[] = [
  /^web\/src\/(host|element)\//,
  /^web\/src\/offline\/service-worker\.ts$/,
  /^web\/plugins\//,
  /^web\/src\/results\/models\/onnx\.ts$/,
  /^web\/src\/sharing\/(code\/.*|forms|race-file)\.ts$/,
];

export const stringsForPrograms: ReadonlySet<string> = new Set([
  // Names that are the same in every language.
  ...[
    'Fall Line',
    'X Fall Line',
    'Fall Line X',
    'English',
    'Español',
    'float32',
    'float64',
    'Keras',
  ],
  // Keys of the keyboard and types of the browser.
  ...['Escape', 'Enter', 'Home', 'End', 'Tab', 'Delete', 'Backspace', 'Files'],
  // Units of numbers.
  ...['X ms', 'X MB'],
  // Formats of files.
  ...['fall-line model', 'fall-line race'],
  // Classes of elements, and parts of the page.
  ...['again outlined', 'see X', 'racer X'],
  // Examples of an address, and of a table as a program reads it.
  'https://example.org/fall-line/',
  'x,y,class\n0.1,2.5,red\n1.4,0.3,blue',
  // Kinds of measures, limits and problems, and a moment of the race.
  ...['last loss', 'lowest loss', 'highest loss', 'late loss', 'from to'],
  ...['data X', 'surface X', 'end X'],
  // The name of a column without one. It comes from a worker, which has no language.
  'Column X',
  // Authors and licences of real data sets.
  'CC BY 4.0',
  'K. B. Gorman, T. D. Williams, W. R. Fraser (2014)',
  'S. Aeberhard, M. Forina (1991)',
  'E. Ramos, D. Donoho (1983)',
  'E. Alpaydin, C. Kaynak (1998)',
  // What the page tells its service worker.
  'The page has started.',
]);
