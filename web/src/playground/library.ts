// SPDX-License-Identifier: MIT
import firstRace from 'virtual:first-race';
import type { Catalog } from '../../../wasm/types.ts';
import type { Example } from '../examples/example.ts';
import { current } from '../language/current.ts';
import { complete } from '../language/languages.ts';
import type { Decoded } from '../model/links/decode.ts';
import type { Settings } from '../model/settings.ts';

export type Deferred = typeof import('./deferred.ts');

type Translation = typeof import('./translation.ts');

/**
 * Catalog, links and examples. Until the deferred module is loaded they are those of the first race, which
 * has not been changed by then.
 */
export class Library {
  deferred: Deferred | undefined;
  #loading: Promise<Deferred> | undefined;
  #catalog: Catalog | undefined;
  /** Undefined in English. */
  readonly #translation: Translation | undefined;
  /** The settings of links that were read, because every change of a race is compared with them. */
  #links = new Map<string, Settings>();

  private constructor(translation: Translation | undefined) {
    this.#translation = translation;
  }

  /** What a first visit needs, in the page's language. */
  static async open(): Promise<Library> {
    return new Library(current().isSource ? undefined : await import('./translation.ts'));
  }

  get catalog(): Catalog {
    const catalog = this.deferred?.catalog ?? firstRace.catalog;
    return (this.#catalog ??= this.#translation?.translated(catalog) ?? catalog);
  }

  get examples(): readonly Example[] {
    const { example } = firstRace;
    return this.deferred?.examples ?? [this.#translation?.told(example) ?? example];
  }

  /** Loads the deferred module once. After a failure the next call tries again. */
  load(): Promise<Deferred> {
    if (this.deferred) return Promise.resolve(this.deferred);
    this.#loading ??= this.#load();
    return this.#loading;
  }

  async #load(): Promise<Deferred> {
    try {
      const [deferred] = await Promise.all([import('./deferred.ts'), complete()]);
      this.#catalog = undefined;
      return (this.deferred = deferred);
    } finally {
      this.#loading = undefined;
    }
  }

  /** The settings of a link. A table in it becomes a data set first. */
  async decode(link: string): Promise<Decoded> {
    const { bringData, catalog, decodeLink } = await this.load();
    await bringData(link, [this.catalog, catalog]);
    return decodeLink(this.catalog, link);
  }

  linkOf(settings: Settings): string {
    return this.deferred?.encodeLink(this.catalog, settings) ?? firstRace.link;
  }

  /** The races that the text beside a race is about. */
  statesOf({ example, lesson }: Settings): Settings[] {
    if (!this.deferred) return [firstRace.settings];
    const { stepOf } = this.deferred;
    const step = stepOf(lesson)?.step;
    const states = step ? [step] : this.examples.find(({ id }) => id === example)?.states;
    return states?.map(({ link }) => this.#decoded(link)) ?? [];
  }

  #decoded(link: string): Settings {
    const settings =
      this.#links.get(link) ?? this.deferred?.decodeLink(this.catalog, link).settings;
    if (!settings) return firstRace.settings;
    this.#links.set(link, settings);
    return settings;
  }

  /** The index of the state of its example that a race has, whatever the view. -1 if it was changed. */
  stateOf(settings: Settings): number {
    if (!this.deferred) return 0;
    const link = this.linkOf({ ...settings, expect: [] });
    const states = this.statesOf(settings);
    return states.findIndex((state) => this.linkOf({ ...state, view: settings.view }) === link);
  }
}
