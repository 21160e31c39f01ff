// SPDX-License-Identifier: MIT
import type { Frame, Page } from '@playwright/test';
import type {} from '../../../web/src/components/shell/app.ts';
import type {} from '../../../web/src/components/shell/figure.ts';
import type { RaceState } from '../../../web/src/race/race.ts';

/**
 * Tests read a race from the `playground` property of the page's root element, because the page shows
 * only three digits. They operate it as a reader would.
 */
export type Where = Page | Frame;

/** Losses, steps, and samples of one racer, without the times, which differ in every run. */
export interface Curve {
  step: number[];
  samplesSeen: number[];
  trainLoss: number[];
  testLoss: number[];
}

export interface RacerFacts {
  status: string;
  step: number;
  curve: Curve;
}

/** Waits until the race is in one of the states. */
export async function until(where: Where, ...states: RaceState[]): Promise<void> {
  await where.waitForFunction((wanted) => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const race = (root as HTMLElementTagNameMap['fall-line-app'] | null)?.playground?.race;
    return race !== undefined && wanted.includes(race.state);
  }, states);
}

/** Waits until all racers have reached this position on the race's clock. */
export async function untilAt(where: Where, at: number): Promise<void> {
  await where.waitForFunction((wanted) => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const race = (root as HTMLElementTagNameMap['fall-line-app'] | null)?.playground?.race;
    return race !== undefined && race.at >= wanted;
  }, at);
}

export function racers(where: Where): Promise<RacerFacts[]> {
  return where.evaluate(() => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const { race } = (root as HTMLElementTagNameMap['fall-line-app']).playground;
    return race.racers.map(({ status, report, curve }) => ({
      status,
      step: report?.step ?? 0,
      curve: {
        step: [...curve.column('step')],
        samplesSeen: [...curve.column('samplesSeen')],
        trainLoss: [...curve.column('trainLoss')],
        testLoss: [...curve.column('testLoss')],
      },
    }));
  });
}

export async function curves(where: Where): Promise<Curve[]> {
  return (await racers(where)).map(({ curve }) => curve);
}

/** The position, the state, and the settings of the race. */
export function raceFacts(where: Where) {
  return where.evaluate(() => {
    const root = document.querySelector('fall-line-app, fall-line-figure');
    const { race, settings, link } = (root as HTMLElementTagNameMap['fall-line-app']).playground;
    const { state, at, limit, ghosts } = race;
    return { state, at, limit, ghosts: ghosts.length, settings, link };
  });
}

/** Opens a link and waits until all racers are at the start. */
export async function open(page: Page, link: string): Promise<void> {
  await page.goto(`./#v=1&${link}`);
  await until(page, 'ready');
}

/** Opens the problem, which is folded if the window has no room for three columns. */
export async function unfoldProblem(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 1100) return;
  await page.locator('summary').filter({ hasText: 'Problem' }).click();
}

export async function play(where: Where): Promise<void> {
  await where.getByRole('button', { name: /^(Play|Continue)$/ }).click();
}

export async function finish(where: Where): Promise<void> {
  await play(where);
  await until(where, 'finished');
}

/** A race in which the first racer's numbers overflow after a few dozen steps. */
export const diverging =
  'dataset=plane&loss=mean-squared-error&activation=relu&run=sgd,learningRate=10&run=momentum&run=adam';
