// SPDX-License-Identifier: MIT
import { chartModel } from '../chart/chart-model.ts';
import { LossPlot } from '../chart/loss-plot.ts';
import { lossView } from '../chart/loss-view.ts';
import { themeColour } from '../chart/racer-style.ts';
import { ThinLines } from '../chart/thin-line.ts';
import { caption } from './caption.ts';
import { withHost } from './host.ts';
import type { Medium } from './medium.ts';
import type { Subject } from './subject.ts';

const size = { width: 880, height: 430 };
/** At the left of the chart, and below it. */
const margin = 16;

/** The chart as it is on the page: its axes, its scale, and the lines that it shows. */
export function lossPicture(subject: Subject, medium: Medium): Promise<Blob> {
  const { race, settings, names } = subject;
  const chart = { ...size, width: size.width - 2 * margin };
  return withHost(chart, async (host) => {
    const { title } = lossView(race, settings.view);
    const canvas = medium.canvas(chart);
    host.append(canvas);
    const model = chartModel(race, settings, new Map(names), new ThinLines());
    const plot = new LossPlot(canvas, model, medium.pixels);
    try {
      const head = caption({ medium, host, width: size.width }, subject, title);
      const top = head.size.height;
      return await medium.file({
        title,
        size: { width: size.width, height: top + size.height + margin },
        colour: themeColour(host, '--card'),
        parts: [head, { canvas, left: margin, top, size: chart }],
      });
    } finally {
      plot.destroy();
    }
  });
}
