import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { StatisticsAnswer } from './statistics.ts';

const definitions = readFileSync(
  join(import.meta.dirname, '../../../../docs/definitions.md'),
  'utf8',
);

/** The heading, in both languages, under which each figure of the overview is defined. The compiler holds it complete. */
const headings: Readonly<Record<keyof StatisticsAnswer, readonly [en: string, zh: string]>> = {
  cases: ['A case is one primary neoplasm of a person', '病例'],
  rates: ['Incidence rate', '发病率'],
  years: ['Incidence rate', '发病率'],
  populationBasis: ['Incidence rate', '发病率'],
  byYear: ['Which report says what.', '各项取自哪份报告'],
  yearUnknown: ['Which report says what.', '各项取自哪份报告'],
  byProvince: ['Province.', '省份'],
  provinceUnknown: ['Province.', '省份'],
  bySite: ['Choices of sites as registries publish them.', '登记处惯用的部位选择'],
  byAge: ['Age', '年龄'],
  ageUnknown: ['Age', '年龄'],
  byStage: ['Stage known', '分期已知'],
  stageByYear: ['Stage known', '分期已知'],
  basis: ['Basis of diagnosis', '诊断依据'],
  stageKnown: ['Stage known', '分期已知'],
  survival: ['Observed, relative, net', '观察、相对、净生存率'],
  leftOut: [
    'Left out, and counted as such, beside every curve of the overview and of cohorts',
    '不计入生存者',
  ],
  deathsPlaced: [
    'A death known to the year or the month, or not at all',
    '仅知年份、月份或完全不详的死亡日期',
  ],
};

test.each(Object.entries(headings))(
  '%s is defined in docs/definitions.md, in both languages',
  (_, words) => {
    for (const heading of words) expect(definitions).toContain(`**${heading}**`);
  },
);
