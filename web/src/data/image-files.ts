// SPDX-License-Identifier: MIT
/** Files of images, and the classes in their paths. */
import { phrase, type Phrase } from '../language/phrase.ts';
import { TableError } from './table-error.ts';

const image = /\.(png|jpe?g|gif|webp|bmp|avif)$/i;
/** Files that systems leave in folders. */
const hidden = /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i;

export const isImageFile = (path: string): boolean => image.test(path);
export const isHiddenFile = (path: string): boolean => hidden.test(path);

export interface ClassesInPaths {
  /** The class of each path. */
  classes: string[];
  /** What was understood. */
  note: Phrase;
}

/**
 * The class of each image: the folder that it is in, if there are several, or else how its name begins. All paths
 * have `/` between folders.
 */
export function classesIn(paths: readonly string[]): ClassesInPaths {
  const folders = paths.map((path) => path.split('/').at(-2) ?? '');
  if (new Set(folders).size > 1) {
    const beside = paths.find((path) => path.split('/').length < 3);
    if (beside !== undefined && paths.some((path) => path.split('/').length > 2))
      throw new TableError(
        phrase('“{file}” is beside the folders of the classes. Move it into one of them.', {
          file: beside,
        }),
      );
    return { classes: folders, note: phrase('The folder of each image is its class.') };
  }
  const classes = paths.map((path) => {
    const name = path.split('/').at(-1) ?? '';
    // `cat_01.png` is a cat, and `7_01.png` a 7.
    const beginning = /^[^\d_.]+/.exec(name) ?? /^\d+(?=[_-])/.exec(name);
    const own = beginning?.[0].replace(/[\s(-]+$/, '') ?? '';
    if (own === '')
      throw new TableError(
        phrase(
          '“{file}” tells no class. Put the images of each class into a folder, or begin the name with the class, as in cat_1.png.',
          { file: name },
        ),
      );
    return own;
  });
  return { classes, note: phrase('How the name of each file begins is its class.') };
}
