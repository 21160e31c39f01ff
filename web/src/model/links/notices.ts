// SPDX-License-Identifier: MIT

/** A notice about a field of a link that could not be used, or was guessed, or about what the link leaves out. */
export interface Notice {
  /** The field as in the link. Empty if the notice is about the whole link. */
  field: string;
  key: string;
  given: string;
  /** What is used instead, or an empty string. */
  used: string;
  /** The reason, to follow the field: `must be a number above 0`. */
  why: string;
  /** What was probably meant, or where to look, in sentences. */
  hint: string;
  /** Set if the link is right, but leaves something out. */
  choice?: true;
}

export interface Reason {
  why: string;
  hint?: string;
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
  add(key: string, given: string, used: string, { why, hint = '' }: Reason): void {
    const field = [key, given].filter((text) => text !== '').join('=');
    const racer = this.#racer;
    this.list.push({
      field: racer === '' ? field : `${racer},${field}`,
      key: [racer, key].filter((text) => text !== '').join(': '),
      ...{ given, used, why, hint },
    });
  }

  /** Adds a notice about the whole link, at most once per reason. */
  aboutLink(why: string): void {
    if (this.list.some((notice) => notice.field === '' && notice.why === why)) return;
    this.list.push({ field: '', key: 'link', given: '', used: '', why, hint: '' });
  }

  /** Adds a notice of what was chosen because the link leaves it out. */
  chosen(why: string): void {
    this.list.push({ field: '', key: 'link', given: '', used: '', why, hint: '', choice: true });
  }

  /** Adds a notice that the link was cut. `ending` is its incomplete end. */
  cut(ending: string): void {
    this.aboutLink(`seems to have been cut: it ends in “${ending}”. Copy it again as a whole`);
  }
}

export const otherCapitals = 'is written with other capitals';
