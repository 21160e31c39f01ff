// SPDX-License-Identifier: MIT
// Links with random damage, as text suffers in transit. The same ones in every run.
import { expect, test } from 'vitest';
import { examples } from '../../web/src/examples/examples.ts';
import { decode, encode, generator, refusedBesideSizes } from './support.ts';
import v1 from './links-v1.json' with { type: 'json' };
import v2 from './links-v2.json' with { type: 'json' };

type Draw = () => number;

const links = [...v1, ...v2, ...examples.flatMap(({ states }) => states)].map(({ link }) => link);
const pieces = links.flatMap((link) => link.split(/(?<=[&=,])/));
const signs = [...'&=,#?%.+-e0159xN ', '%2C', '%252', '&amp;', '…', '\u200b'];

const below = (draw: Draw, end: number): number => Math.floor(draw() * end);
const pick = <T>(draw: Draw, list: readonly T[]): T => list[below(draw, list.length)] as T;

/** Replaces `length` characters at a random place with `text`. */
function splice(draw: Draw, link: string, length: number, text: string): string {
  const at = below(draw, link.length + 1);
  return link.slice(0, at) + text + link.slice(at + length);
}

const harms: ((draw: Draw, link: string) => string)[] = [
  (draw, link) => link.slice(0, below(draw, link.length)),
  (draw, link) => splice(draw, link, below(draw, 4), ''),
  (draw, link) => splice(draw, link, below(draw, 2), pick(draw, signs)),
  (draw, link) => splice(draw, link, 0, pick(draw, pieces)),
  (draw, link) => splice(draw, link, below(draw, 30), pick(draw, pieces)),
  (draw, link) => link + pick(draw, [')', '.', '>', ',', '"', '%22', '...', '%', '=']),
  (_, link) => encodeURIComponent(link),
  (_, link) => link.replaceAll('&', '&amp;'),
  (_, link) => link.toUpperCase(),
  (draw, link) => [...link].sort(() => draw() - 0.5).join(''),
];

function harmed(draw: Draw): string {
  let link = pick(draw, links);
  for (let times = below(draw, 4); times >= 0; times--) link = pick(draw, harms)(draw, link);
  return link;
}

/** More in the slow tests. */
const damagedLinks = Number(process.env.FALL_LINE_DAMAGED_LINKS ?? 4000);

test(`${damagedLinks} damaged links give allowed settings, which survive a round trip`, () => {
  const draw = generator(20);
  for (let count = 0; count < damagedLinks; count++) {
    const link = harmed(draw);
    const { settings, notices } = decode(link);
    const seen = JSON.stringify(link);
    expect(refusedBesideSizes(link), seen).toEqual([]);
    const written = encode(settings);
    expect(decode(written), seen).toEqual({ settings, notices: [] });
    expect(encode(decode(written).settings), seen).toBe(written);
    for (const { field, why, hint } of notices) {
      expect(why, seen).not.toMatch(/undefined|\[object/);
      expect(`${why}${hint}`.length, `${seen}: ${field} ${why}`).toBeLessThan(400);
    }
  }
});
