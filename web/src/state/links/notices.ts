// SPDX-License-Identifier: MIT

/** Part of a link that could not be used, or whose meaning was guessed. */
export interface Notice {
  /** The part as it stands in the link; empty where the notice is about the link as a whole. */
  part: string;
  key: string;
  given: string;
  /** What is used instead; empty where nothing is. */
  used: string;
  /** The reason, as it goes on behind the part: `must be a number above 0`. */
  why: string;
  /** What was probably meant, or where to look: whole sentences. */
  hint: string;
}

export interface Reason {
  why: string;
  hint?: string;
}

/** Where the readers of a link write down what they could not use. */
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

  /** The same list, for what is said behind one racer. */
  ofRacer(id: string): Notices {
    return new Notices(this.list, `run=${id}`);
  }

  /** Of a key with a value, or of a part without a key. */
  add(key: string, given: string, used: string, { why, hint = '' }: Reason): void {
    const part = [key, given].filter((text) => text !== '').join('=');
    const racer = this.#racer;
    this.list.push({
      part: racer === '' ? part : `${racer},${part}`,
      key: [racer, key].filter((text) => text !== '').join(': '),
      ...{ given, used, why, hint },
    });
  }

  /** About the link as a whole, once however often it happens. */
  aboutLink(why: string): void {
    if (this.list.some((notice) => notice.part === '' && notice.why === why)) return;
    this.list.push({ part: '', key: 'link', given: '', used: '', why, hint: '' });
  }

  /** `ending` is what the link ends in, which is the beginning of something. */
  cut(ending: string): void {
    this.aboutLink(`seems to have been cut: it ends in “${ending}”. Copy it again as a whole`);
  }
}

export const otherCapitals = 'is written with other capitals';
