import type { Figure, Words } from '../asked.ts';
import { escaped } from '../escaped.ts';
import { barPlots, barSign } from './bars.ts';
import { linePlots, lineSign } from './lines.ts';
import { drawingOf } from './panels.ts';
import type { Language } from './plot.ts';

const READ_TABLE: Words = {
  en: 'The table below has every figure of the chart.',
  zh: '图中全部数字见下表。',
};

/**
 * The chart of a figure as SVG, which needs no script; a reader of the screen hears what it is of and that the table has its
 * figures. Empty where a chart would show nothing that the table does not.
 */
export const chartOf = (figure: Figure, language: Language): string => {
  const drawing = drawingOf(figure);
  if (drawing === null) return '';
  const { kind, panels } = drawing;
  const plots = (kind === 'lines' ? linePlots : barPlots)(drawing, language);
  const sign = kind === 'lines' ? lineSign : barSign;
  const names = (panels[0]?.series ?? []).map(({ name }) => name);
  const legend = names.flatMap((name, i) =>
    name === null
      ? []
      : [
          `<span><svg viewBox="0 0 26 14" width="26" height="14" aria-hidden="true">${sign(i)}</svg> ${escaped(name[language])}</span>`,
        ],
  );
  const { title, unit } = figure.about;
  return `<figure class="chart"><p class="small" aria-hidden="true">${escaped(unit[language])}</p>
${legend.length === 0 ? '' : `<p class="legend">${legend.join(' ')}</p>`}
${plots
  .map(({ name, width, height, drawn }) => {
    const said = [title[language], name?.[language], READ_TABLE[language]]
      .filter(Boolean)
      .join('. ');
    const heading = name === null ? '' : `<p class="panel">${escaped(name[language])}</p>`;
    return `${heading}<div class="wide" tabindex="0" role="group" aria-label="${escaped(name?.[language] ?? title[language])}"><svg role="img" aria-label="${escaped(said)}" viewBox="0 0 ${width} ${height}">
${drawn}
</svg></div>`;
  })
  .join('\n')}
</figure>`;
};
