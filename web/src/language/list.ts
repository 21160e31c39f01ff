// SPDX-License-Identifier: MIT
import { current } from './current.ts';

/** `SGD, Momentum, and Adam`, as the page's language joins a list. Empty without members. */
export const joined = (members: readonly string[]): string =>
  new Intl.ListFormat(current().tag).format(members);
