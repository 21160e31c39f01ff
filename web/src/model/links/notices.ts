// SPDX-License-Identifier: MIT
import type { Wanted } from '../own-table.ts';
import { inEnglish, phrase, type Phrase } from '../../language/phrase.ts';

/** A notice about a field of a link that could not be used, or was guessed, or about what the link leaves out. */
export interface Notice {
  /** The field as in the link. Empty if the notice is about the whole link. */
  field: string;
  key: string;
  given: string;
  /** What is used instead, or an empty string. */
  used: string;
  /** The same for readers, if it is not as in a link. */
  instead?: Phrase;
  /** The reason in English, to follow the field: `must be a number above 0`. Programs get it. */
  why: string;
  /** The reason in sentences for readers. `{field}` stands for the field. */
  says: Phrase;
  /** What was probably meant, or where to look, in sentences for readers. */
  hint: string;
  /** The name that was probably meant, for programs. */
  near?: string;
  /** Set if the link is right, but leaves something out. */
  choice?: true;
  /** Set if the link wants a table that the reader must bring. */
  wanted?: Wanted;
}

export interface Reason {
  /** `{field} must be a number above 0.` */
  says: Phrase;
  hint?: string;
  near?: string;
  /** What is used, if that is not as in a link. */
  instead?: Phrase;
}

/** Collects notices while a link is read. */
export class Notices {
  readonly list: Notice[];
  readonly #racer: string;

  private constructor(list: Notice[], racer: string) {
    this.list = list;
    this.#racer = racer;
  }

  static ofLink(): Notices {
    return new Notices([], '');
  }

  /** The same list, for fields of one racer. */
  ofRacer(id: string): Notices {
    return new Notices(this.list, `run=${id}`);
  }

  /** Adds a notice about a key with a value, or a field without a key. */
  add(key: string, given: string, used: string, { says, hint = '', near, instead }: Reason): void {
    const field = [key, given].filter((text) => text !== '').join('=');
    const racer = this.#racer;
    this.list.push({
      field: racer === '' ? field : `${racer},${field}`,
      key: [racer, key].filter((text) => text !== '').join(': '),
      ...{ given, used, why: ruleOf(says), says, hint },
      ...(near !== undefined && { near }),
      ...(instead && { instead }),
    });
  }

  /** Adds a notice about the whole link, at most once per reason: `This link has blanks in it.` */
  aboutLink(says: Phrase): void {
    const why = ruleOf(says);
    if (this.list.some((notice) => notice.field === '' && notice.why === why)) return;
    this.list.push({ ...ofLink, why, says });
  }

  /** Adds a notice of what was chosen because the link leaves it out. */
  chosen(says: Phrase): void {
    this.list.push({ ...ofLink, why: ruleOf(says), says, choice: true });
  }

  /** Adds a notice that a table must be brought. */
  want(wanted: Wanted): void {
    const { name, rows, columns } = wanted;
    const says = phrase(
      'This link is about a table that is too large for it: “{table}” with {rows} rows and {columns} columns.',
      { table: name, rows, columns },
    );
    this.list.push({ ...ofLink, why: ruleOf(says), says, wanted });
  }

  /** Adds a notice that the link was cut. `ending` is its incomplete end. */
  cut(ending: string): void {
    this.aboutLink(
      phrase('This link seems to have been cut: it ends in “{ending}”. Copy it again as a whole.', {
        ending,
      }),
    );
  }
}

const ofLink = { field: '', key: 'link', given: '', used: '', hint: '' };

/** What a sentence in English says about its field or its link. */
const ruleOf = (says: Phrase): string =>
  inEnglish(says)
    .replace(/^(\{field\}|This link) /, '')
    .replace(/\.$/, '');

export const otherCapitals: Reason = {
  says: phrase('{field} is written with other capitals.'),
};
