// SPDX-License-Identifier: MIT
// Adds to cards what only a frame needs of their looks, so that the page does not load it.
import { type LitElement, unsafeCSS } from 'lit';
import { ChartCard } from '../chart/chart-card.ts';
import chartCard from '../chart/chart-card.compact.css?inline';
import { RacePictures } from '../pictures/race-pictures.ts';
import racePictures from '../pictures/race-pictures.compact.css?inline';
import { RaceTransport } from '../race/race-transport.ts';
import raceTransport from '../race/race-transport.compact.css?inline';
import { RacerPicture } from '../pictures/racer-picture.ts';
import racerPicture from '../pictures/racer-picture.compact.css?inline';
import tools from '../../styles/tools.compact.css?inline';

/** Before the first element of the class is made. */
function add({ elementStyles }: typeof LitElement, ...styles: string[]): void {
  elementStyles.push(...styles.map((style) => unsafeCSS(style)));
}

add(ChartCard, tools, chartCard);
add(RacePictures, racePictures);
add(RaceTransport, raceTransport);
add(RacerPicture, racerPicture);
