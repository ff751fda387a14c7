import type { Label } from '@nodp/terminology';
import type { Catalogue } from './facts.ts';
import { schemaOrg } from './metadata.ts';

export type Language = 'en' | 'zh';

const WORDS = {
  title: { en: 'Catalogue of data', zh: '数据目录' },
  platform: { en: 'National Oncology Data Platform', zh: '国家肿瘤数据平台' },
  intro: {
    en: 'What there is to be studied. Releases are de-identified and never change. Rows are seen by an approved project; everybody who researches sees counts. Numbers here are moved by a few persons, and those below {few} are not told.',
    zh: '可供研究的数据。发布版已去标识且永不改变。逐行数据须经课题批准；研究人员均可查看计数。此处数字有数人的扰动，少于{few}者不给出。',
  },
  releases: { en: 'Releases', zh: '发布版' },
  release: { en: 'Release', zh: '发布版' },
  years: { en: 'Years of diagnosis', zh: '诊断年份' },
  persons: { en: 'Persons', zh: '人数' },
  cases: { en: 'Cases', zh: '病例数' },
  built: { en: 'Built', zh: '生成日期' },
  closing: { en: 'Followed up to', zh: '随访截止' },
  checksum: { en: 'SHA-256', zh: 'SHA-256' },
  tables: { en: 'Tables of release {number}', zh: '发布版{number}的数据表' },
  table: { en: 'Table', zh: '数据表' },
  columns: { en: 'Columns', zh: '数据项数' },
  sets: { en: 'Single-disease data sets', zh: '单病种数据集' },
  disease: { en: 'Disease', zh: '病种' },
  elements: { en: 'Elements', zh: '数据项数' },
  projects: { en: 'Completed projects', zh: '已结束的课题' },
  project: { en: 'Project', zh: '课题' },
  institutions: { en: 'Institutions', zh: '单位' },
  approved: { en: 'Approved', zh: '批准日期' },
  ended: { en: 'Ended', zh: '结束日期' },
  meaning: { en: 'Meaning', zh: '含义' },
  noReleases: { en: 'No release was built yet.', zh: '尚未生成发布版。' },
  noSets: { en: 'The newest release has none.', zh: '最新发布版没有单病种数据集。' },
  noProjects: { en: 'No project is over yet.', zh: '尚无已结束的课题。' },
  few: { en: 'too few', zh: '人数过少' },
  other: { en: '中文', zh: 'English' },
  machines: { en: 'For machines:', zh: '机器可读：' },
  signIn: { en: 'Sign in', zh: '登录' },
} as const satisfies Record<string, Label>;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

export const STYLE = `
:root{color-scheme:light dark;--ink:#1b2430;--paper:#fff;--line:#c6ced8;--soft:#4c5a6b;--link:#0b5cad}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf2;--paper:#12181f;--line:#3a4653;--soft:#a9b5c2;--link:#7db8f5}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Noto Sans CJK SC",sans-serif}
main,header{max-width:1080px;margin:0 auto;padding:16px}
header{display:flex;gap:16px;flex-wrap:wrap;align-items:baseline;border-bottom:1px solid var(--line)}
header nav{margin-left:auto;display:flex;gap:16px}
a{color:var(--link)}h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:start;padding:6px 10px;border-bottom:1px solid var(--line);vertical-align:top}
th{font-weight:600}.n{text-align:end;font-variant-numeric:tabular-nums;white-space:nowrap}.hash{overflow-wrap:anywhere;color:var(--soft);font-size:.8rem;min-width:120px}
p{max-width:70ch}a:focus-visible,.wide:focus-visible{outline:3px solid var(--link);outline-offset:2px}
`;

const MOST_TABLES_OF = 1;

/** The catalogue as a page without script. @param url of the platform */
export const cataloguePage = (of: Catalogue, language: Language, url: string): string => {
  const word = (name: keyof typeof WORDS): string => WORDS[name][language];
  const label = (one: Label): string => escaped(one[language]);
  const count = (n: number | null): string =>
    n === null
      ? word('few')
      : new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB').format(n);
  const table = (name: string, heads: readonly [string, boolean?][], rows: readonly string[]) =>
    `<div class="wide" tabindex="0" role="group" aria-label="${escaped(name)}"><table><thead><tr>${heads
      .map(([head, number]) => `<th scope="col"${number ? ' class="n"' : ''}>${head}</th>`)
      .join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
  const day = (instant: string) => escaped(instant.slice(0, 10));
  const span = (from: number | null, to: number | null) => `${from ?? '?'}–${to ?? '?'}`;
  const releases = of.releases.map(
    ({ number, builtAt, firstYear, lastYear, persons, cases, closing, checksum }) =>
      `<tr id="release-${number}"><th scope="row">${number}</th><td>${span(firstYear, lastYear)}</td><td class="n">${count(persons)}</td><td class="n">${count(cases)}</td><td>${closing === null ? '—' : day(closing)}</td><td>${day(builtAt)}</td><td class="hash">${escaped(checksum)}</td></tr>`,
  );
  const tables = of.releases.slice(0, MOST_TABLES_OF).map(
    (release) =>
      `<h2>${word('tables').replace('{number}', String(release.number))}</h2>${table(
        word('tables').replace('{number}', String(release.number)),
        [[word('table')], [word('meaning')], [word('columns'), true]],
        release.tables.map(
          ({ name, description, columns }) =>
            `<tr><th scope="row">${escaped(name)}</th><td>${label(description)}</td><td class="n">${columns}</td></tr>`,
        ),
      )}`,
  );
  const sets = of.dataSets.map(
    ({ id, label: disease, definition, cases, elements }) =>
      `<tr id="data-set-${escaped(id)}"><th scope="row">${label(disease)}</th><td>${label(definition)}</td><td class="n">${elements}</td><td class="n">${count(cases)}</td></tr>`,
  );
  const projects = of.projects.map(
    ({ title, institutions, releases: numbers, approved, ended }) =>
      `<tr><th scope="row">${escaped(title)}</th><td>${institutions.map(escaped).join('; ') || '—'}</td><td>${numbers.join(', ')}</td><td>${escaped(approved)}</td><td>${escaped(ended)}</td></tr>`,
  );
  const other = language === 'en' ? 'zh' : 'en';
  // "<" is written as JSON may have it, so that no text of a project ends the script.
  const json = JSON.stringify(schemaOrg(of, url)).replaceAll('<', '\\u003c');
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${word('title')} · ${word('platform')}</title><link rel="alternate" hreflang="${other}" href="?lang=${other}"><link rel="alternate" type="application/ld+json" href="/catalogue/dcat.jsonld">
<style>${STYLE}</style><script type="application/ld+json">${json}</script></head>
<body><header><span>${word('platform')}</span><nav><a href="?lang=${other}" lang="${other}" hreflang="${other}">${word('other')}</a><a href="/">${word('signIn')}</a></nav></header>
<main><h1>${word('title')}</h1><p>${word('intro').replace('{few}', String(of.minimumCell))}</p>
<h2>${word('releases')}</h2>${
    releases.length === 0
      ? `<p>${word('noReleases')}</p>`
      : table(
          word('releases'),
          [
            [word('release')],
            [word('years')],
            [word('persons'), true],
            [word('cases'), true],
            [word('closing')],
            [word('built')],
            [word('checksum')],
          ],
          releases,
        )
  }${tables.join('')}
<h2>${word('sets')}</h2>${
    sets.length === 0
      ? `<p>${word('noSets')}</p>`
      : table(
          word('sets'),
          [[word('disease')], [word('meaning')], [word('elements'), true], [word('cases'), true]],
          sets,
        )
  }
<h2>${word('projects')}</h2>${
    projects.length === 0
      ? `<p>${word('noProjects')}</p>`
      : table(
          word('projects'),
          [
            [word('project')],
            [word('institutions')],
            [word('releases')],
            [word('approved')],
            [word('ended')],
          ],
          projects,
        )
  }
<p>${word('machines')} <a href="/catalogue/schema.jsonld">schema.org</a>, <a href="/catalogue/dcat.jsonld">DCAT</a></p></main></body></html>`;
};
