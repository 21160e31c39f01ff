// SPDX-License-Identifier: MIT
import { networkProblem } from './network-problem.ts';
import type { ProblemKind } from './problem-kind.ts';
import type { Settings } from './settings.ts';
import { surfaceProblem } from './surface-problem.ts';

export const problemKinds: readonly ProblemKind[] = [networkProblem, surfaceProblem];

/** The kind of problem that a race is on. */
export const kindOf = ({ surface }: Pick<Settings, 'surface'>): ProblemKind =>
  surface ? surfaceProblem : networkProblem;

/** Whether two races are on the same data set or surface, whatever its settings. */
export const sameProblem = (a: Settings, b: Settings): boolean =>
  kindOf(a).identity(a) === kindOf(b).identity(b);
