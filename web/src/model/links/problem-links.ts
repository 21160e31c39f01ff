// SPDX-License-Identifier: MIT
import type { ProblemKind } from '../problem-kind.ts';
import { kindOf } from '../problem-kinds.ts';
import type { Settings } from '../settings.ts';
import { networkLink } from './network-link.ts';
import type { ProblemLink } from './problem-link.ts';
import { surfaceLink } from './surface-link.ts';

export const problemLinks: Readonly<Record<ProblemKind['id'], ProblemLink>> = {
  data: networkLink,
  surface: surfaceLink,
};

export const problemLinkOf = (settings: Pick<Settings, 'surface'>): ProblemLink =>
  problemLinks[kindOf(settings).id];
