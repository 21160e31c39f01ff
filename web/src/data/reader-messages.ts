// SPDX-License-Identifier: MIT
/** The protocol between the page and the worker that reads tables. */
import type { TableFacts } from './facts.ts';
import type { Outline } from './prepare.ts';
import type { Prepared } from './prepared.ts';
import type { Recipe } from './recipe.ts';
import type { ReadOptions } from './table.ts';
import type { Phrase } from '../language/phrase.ts';

/** What is to be read: files, or a text that was pasted. */
export type Source =
  | { name: string; text: string }
  | {
      files: readonly File[];
      /** The path of each file, if folders were brought: `animals/cat/1.png`. */
      paths?: readonly string[];
    };

export interface Shown {
  facts: TableFacts;
  recipe: Recipe;
}

/** What it takes to get the same samples from the same files. */
export interface Origin {
  rows: number;
  columns: number;
  recipe: Recipe;
  read: ReadOptions;
}

export interface Taken {
  prepared: Prepared;
  fingerprint: string;
  origin: Origin;
}

export interface ReaderCalls {
  /** Reads a table, or the last one again in another way, and guesses what its columns are. */
  read(source: Source | undefined, options: ReadOptions): Shown;
  /** What a recipe makes of the table. */
  outline(recipe: Recipe): Outline;
  /** The samples. */
  take(recipe: Recipe): Taken;
}

export type ReaderCall = keyof ReaderCalls;

export interface ReaderRequest {
  id: number;
  call: ReaderCall;
  args: unknown[];
}

export type ReaderReply =
  | { id: number; share: number }
  | { id: number; value: unknown }
  | { id: number; refused: Phrase }
  | { id: number; failed: string };
