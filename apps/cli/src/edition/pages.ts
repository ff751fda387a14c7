import type { Figure, PublishedReport, Words } from './asked.ts';
import type { Language } from './chart/plot.ts';
import { chartOf } from './chart/svg.ts';
import { escaped, inDigits } from './escaped.ts';

/** Why a cell has no figure. */
const STATES: Readonly<Record<string, Words>> = {
  SUPPRESSED: { en: 'not shown: too few', zh: '不显示：例数过少' },
  NOT_REGISTERED: { en: 'not under registration', zh: '未登记覆盖' },
  NOT_COMPLETE: { en: 'not closed yet', zh: '登记尚未完成' },
  NOT_APPLICABLE: { en: 'does not apply', zh: '不适用' },
  NO_PERSON_YEARS: { en: 'no person-years', zh: '无人年数' },
  NO_REFERENCE: { en: 'nothing to compare with', zh: '无可比对照' },
  TOO_FEW: { en: 'too few for the estimate', zh: '例数过少，无法估计' },
  NO_LIFE_TABLE: { en: 'no life table', zh: '无寿命表' },
  NOT_FOLLOWED: { en: 'not followed so long', zh: '随访时间不足' },
};

const WORDS = {
  edition: { en: 'Public edition', zh: '公开版' },
  platform: { en: 'National Oncology Data Platform', zh: '国家肿瘤数据平台' },
  other: { en: '中文', zh: 'English' },
  lower: { en: 'lower 95% limit', zh: '95%下限' },
  upper: { en: 'upper 95% limit', zh: '95%上限' },
  table: { en: 'Table (CSV)', zh: '表格（CSV）' },
  cite: { en: 'How to cite', zh: '引用方式' },
  of: { en: 'Population', zh: '人群' },
  standard: { en: 'Standard population', zh: '标准人口' },
  interval: { en: 'Interval', zh: '区间' },
  protection: { en: 'Protection of counts', zh: '计数保护' },
  all: { en: 'All reports', zh: '全部报告' },
  none: { en: 'No report is published.', zh: '尚未公布报告。' },
  figure: { en: 'all', zh: '合计' },
} as const satisfies Record<string, Words>;

/** Styles stand in the page: it is read from any place, without anything else. */
const STYLE = `body{font:16px/1.6 system-ui,sans-serif;max-width:64rem;margin:0 auto;padding:1rem;color:#1a1f24;background:#fff}
a{color:#0b4a82}h1{font-size:1.6rem}h2{font-size:1.15rem;margin:2rem 0 .25rem}p{margin:.4rem 0}
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:.9rem;width:100%}
th,td{text-align:left;padding:.25rem .6rem .25rem 0;border-bottom:1px solid #d5dbe0;vertical-align:top}
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.chart{margin:.75rem 0}.chart svg[role]{display:block;width:100%;min-width:32rem;max-width:50rem;height:auto;font:12px system-ui,sans-serif;fill:#1a1f24}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;font-size:.85rem}.panel{font-weight:600;font-size:.9rem}
.small{font-size:.85rem;color:#4a545d}nav{display:flex;justify-content:space-between;gap:1rem}nav a{white-space:nowrap}
@media print{nav{display:none}h2{break-after:avoid}tr,.chart svg{break-inside:avoid}}`;

const page = (language: Language, title: string, beside: string, body: string): string =>
  `<!doctype html>
<html lang="${language === 'en' ? 'en' : 'zh-CN'}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title><style>${STYLE}</style></head>
<body><nav><span>${WORDS.platform[language]} · ${WORDS.edition[language]}</span><a href="${beside}" lang="${language === 'en' ? 'zh-CN' : 'en'}">${WORDS.other[language]}</a></nav>
<main><h1>${escaped(title)}</h1>
${body}
</main></body></html>
`;

/** Each cell with the place of its member on each axis; the last axis runs fastest. */
const cellsOf = ({ axes, values }: Figure) =>
  values.map((_, cell) => {
    const places: number[] = [];
    let rest = cell;
    for (let i = axes.length - 1; i >= 0; i--) {
      const length = axes[i]?.codes.length ?? 1;
      places[i] = rest % length;
      rest = Math.floor(rest / length);
    }
    return { cell, places };
  });

const table = (figure: Figure, language: Language): string => {
  const { axes, values, lower, upper, numerators, denominators, states, about } = figure;
  // A column in which nothing stands says nothing: counts have no interval.
  const limits = [...lower, ...upper].some((limit) => limit !== null);
  const head = [
    ...axes.map(({ label }) => `<th scope="col">${escaped(label[language])}</th>`),
    `<th scope="col" class="n">${escaped(about.unit[language])}</th>`,
    limits
      ? `<th scope="col" class="n">${WORDS.lower[language]}</th><th scope="col" class="n">${WORDS.upper[language]}</th>`
      : '',
    `<th scope="col" class="n">${escaped(about.numerator[language])}</th>`,
    ...(about.denominator === null
      ? []
      : [`<th scope="col" class="n">${escaped(about.denominator[language])}</th>`]),
  ].join('');
  const rows = cellsOf(figure).map(({ cell, places }) => {
    const value = values[cell] ?? null;
    const names = axes.map(
      ({ labels }, i) =>
        `<th scope="row">${escaped(labels[places[i] ?? 0]?.[language] ?? '')}</th>`,
    );
    const state = STATES[states[cell] ?? '']?.[language] ?? states[cell] ?? '';
    return `<tr>${names.join('')}<td class="n">${value === null ? escaped(state) : inDigits(value)}</td>${limits ? `<td class="n">${inDigits(lower[cell] ?? null)}</td><td class="n">${inDigits(upper[cell] ?? null)}</td>` : ''}<td class="n">${inDigits(numerators[cell] ?? null)}</td>${about.denominator === null ? '' : `<td class="n">${inDigits(denominators[cell] ?? null)}</td>`}</tr>`;
  });
  return `<div class="wide" tabindex="0" role="region" aria-label="${escaped(about.name[language])}"><table><thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table></div>`;
};

const section = (figure: Figure, language: Language, csv: string): string => {
  const { about, notes } = figure;
  const fact = (name: Words, value: Words | null) =>
    value === null ? '' : `<p class="small">${name[language]}: ${escaped(value[language])}</p>`;
  return `<section><h2>${escaped(about.title[language])}</h2>
<p>${escaped(about.sentence[language])} ${escaped(about.limits[language])}</p>
${chartOf(figure, language)}
${table(figure, language)}
${notes.map((note) => `<p class="small">${escaped(note[language])}</p>`).join('\n')}
${fact(WORDS.of, about.population)}${fact(WORDS.standard, about.standard)}${fact(WORDS.interval, about.interval)}${fact(WORDS.protection, about.protection)}${fact(WORDS.cite, about.citation)}
<p class="small"><a href="${csv}" download>${WORDS.table[language]}</a></p></section>`;
};

const field = (value: string | number | null): string => {
  const text = String(value ?? '');
  // A spreadsheet reads what begins with these as a formula.
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A figure as rows, both languages beside each other, with what it is of above. */
export const csvOf = (figure: Figure): string => {
  const { axes, about, values, lower, upper, numerators, denominators, states } = figure;
  const rows = [
    ['#', about.title.en, about.title.zh],
    ['#', about.citation.en, about.citation.zh],
    [
      ...axes.flatMap(({ label }) => [`${label.en} (code)`, label.en, label.zh]),
      ...['value', 'lower', 'upper', 'numerator', 'denominator', 'state'],
    ],
    ...cellsOf(figure).map(({ cell, places }) => [
      ...axes.flatMap(({ codes, labels }, i) => {
        const at = places[i] ?? 0;
        return [codes[at] ?? '', labels[at]?.en ?? '', labels[at]?.zh ?? ''];
      }),
      ...[values, lower, upper, numerators, denominators].map((column) => column[cell] ?? null),
      states[cell] ?? '',
    ]),
  ];
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
};

const LANGUAGES = ['zh', 'en'] as const;

/**
 * Every file of an edition by its path: an index and each report in both languages, and each figure as CSV. Pages run no
 * script and fetch nothing.
 */
export const editionOf = (reports: readonly PublishedReport[]): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const [place, { name, parts }] of reports.entries()) {
    const folder = `report-${place + 1}`;
    const figures = parts.flatMap((part) => ('figures' in part ? part.figures : []));
    const csvAt = (figure: Figure) => `figure-${figures.indexOf(figure) + 1}.csv`;
    for (const figure of figures) files.set(`${folder}/${csvAt(figure)}`, csvOf(figure));
    for (const language of LANGUAGES) {
      const body = parts
        .flatMap((part) =>
          'text' in part
            ? part.text.split(/\n+/).map((line) => `<p>${escaped(line)}</p>`)
            : part.figures.map((figure) => section(figure, language, csvAt(figure))),
        )
        .join('\n');
      const up = `<p><a href="../${language}.html">${WORDS.all[language]}</a></p>`;
      const beside = `${language === 'en' ? 'zh' : 'en'}.html`;
      files.set(`${folder}/${language}.html`, page(language, name, beside, `${body}\n${up}`));
    }
  }
  for (const language of LANGUAGES) {
    const list = reports.map(
      ({ name }, i) => `<li><a href="report-${i + 1}/${language}.html">${escaped(name)}</a></li>`,
    );
    const body =
      list.length === 0 ? `<p>${WORDS.none[language]}</p>` : `<ul>\n${list.join('\n')}\n</ul>`;
    const index = page(
      language,
      WORDS.edition[language],
      `${language === 'en' ? 'zh' : 'en'}.html`,
      body,
    );
    files.set(`${language}.html`, index);
    if (language === 'zh') files.set('index.html', index);
  }
  return files;
};
