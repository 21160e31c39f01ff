// SPDX-License-Identifier: MIT
import { leastPitch } from '../../pictures/network/placement.ts';

const fingers = matchMedia('(pointer: coarse)');

/** The least distance between the columns of a network for the reader's pointer. */
export const pitchForPointer = (): number =>
  fingers.matches ? leastPitch.coarse : leastPitch.fine;
