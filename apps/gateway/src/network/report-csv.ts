import { asText, listedEdits, rowOf } from '@nodp/intake';
import { type SiteGroupId, siteGroup } from '@nodp/terminology';
import type { Report } from './report.ts';

type Language = 'en' | 'zh';

const HEAD: Readonly<Record<Language, readonly string[]>> = {
  en: ['part', 'day or month', 'what', 'measure', 'number', 'example'],
  zh: ['部分', '日期或月份', '项目', '指标', '数量', '示例'],
};

const MEASURES: readonly (readonly [keyof Report['days'][number], string, string])[] = [
  ['created', 'new', '新增'],
  ['updated', 'corrected', '更正'],
  ['unchanged', 'unchanged', '未变'],
  ['retained', 'retained', '留存'],
  ['held', 'held', '暂存'],
  ['refused', 'refused', '拒绝'],
  ['within1', 'received within 1 day', '1天内上报'],
  ['within7', 'received within 2 to 7 days', '2–7天上报'],
  ['within30', 'received within 8 to 30 days', '8–30天上报'],
  ['within90', 'received within 31 to 90 days', '31–90天上报'],
  ['within365', 'received within 91 to 365 days', '91–365天上报'],
  ['later', 'received later', '更晚上报'],
];
const FIELDS: readonly (readonly [keyof Report['completeness'][number], string, string])[] = [
  ['tumours', 'new tumours', '新肿瘤'],
  ['morphology', 'with morphology', '有形态学'],
  ['basis', 'with basis of diagnosis', '有诊断依据'],
  ['diagnosedToDay', 'with day of diagnosis', '诊断日期精确到日'],
  ['stage', 'with stage', '有分期'],
];
const OUTCOMES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  held: { en: 'held', zh: '暂存' },
  refused: { en: 'refused', zh: '拒绝' },
  warned: { en: 'taken with a doubt', zh: '入库但存疑' },
};

const siteWords = (site: string, language: Language): string =>
  site === 'unknown' ? site : siteGroup(site as SiteGroupId).label[language];

/** The month's file: every number of the report in rows of one shape, so that a spreadsheet filters it. */
export const reportCsv = (report: Report, language: Language): string => {
  const titles = new Map(listedEdits().map(({ id, title }) => [id, title[language]]));
  const pick = (en: string, zh: string) => (language === 'zh' ? zh : en);
  const rows: (readonly string[])[] = [HEAD[language]];
  for (const day of report.days)
    for (const [key, en, zh] of MEASURES)
      if (day[key] !== 0)
        rows.push([
          pick('received', '接收'),
          day.day,
          day.resourceType,
          pick(en, zh),
          String(day[key]),
          '',
        ]);
  for (const { outcome, reason, records, example } of report.reasons)
    rows.push([
      pick('reasons', '原因'),
      report.month,
      titles.get(reason) ?? reason,
      OUTCOMES[outcome]?.[language] ?? outcome,
      String(records),
      `${example.submission} ${example.where}`,
    ]);
  for (const of of report.completeness)
    for (const [key, en, zh] of FIELDS)
      rows.push([
        pick('completeness', '完整性'),
        report.month,
        siteWords(of.siteGroup, language),
        pick(en, zh),
        String(of[key]),
        '',
      ]);
  for (const { domain, system, code, display, records } of report.unmapped)
    rows.push([
      pick('unmapped codes', '未对照编码'),
      '',
      [code, display].filter(Boolean).join(' '),
      `${domain} ${system}`.trim(),
      String(records),
      '',
    ]);
  for (const { month, received, held, refused } of report.past)
    for (const [en, zh, n] of [
      ['received', '接收', received],
      ['held', '暂存', held],
      ['refused', '拒绝', refused],
    ] as const)
      rows.push([pick('own past', '历史'), month, '', pick(en, zh), String(n), '']);
  if (report.tier !== null)
    for (const [en, zh, n] of [
      ['received', '接收', report.tier.received],
      ['held', '暂存', report.tier.held],
      ['refused', '拒绝', report.tier.refused],
    ] as const)
      rows.push([
        pick('others of the tier', '同级机构'),
        report.month,
        String(report.tier.institutions),
        pick(en, zh),
        String(n),
        '',
      ]);
  return `\uFEFF${rows.map((row) => rowOf(row.map(asText))).join('')}`;
};
