import type { SexCode } from '../../data-set.ts';
import { numberIn, wholeIn } from '../cells.ts';
import type { Profile, Shape } from './shape.ts';

/** Numeric country code of China in the tables (ISO 3166-1, M49). */
const CHINA = '156';

const PERIOD = /^(\d{4})-(\d{4})$/;

/** The tables name the sex in the file's name alone: mxF, mxM. */
const sexOfName = (name: string): SexCode | null => {
  const sex = /mx_?(f|m)(?:emale|ale)?(?![a-z])/i.exec(name)?.[1]?.toLowerCase();
  return sex === 'm' ? 1 : sex === 'f' ? 0 : null;
};

const mortality: Shape = {
  name: { en: 'mortality by age (WPP, mx)', zh: '分年龄死亡率（WPP，mx）' },
  columns: ['country_code', 'name', 'age', '2010-2015'],
  read: (row, into, { name, heading }) => {
    const sex = sexOfName(name);
    if (sex === null) {
      if (row.place.line === 2)
        row.problems.error(
          row.place,
          null,
          { en: 'The table does not say of which sex it is.', zh: '表中未说明性别。' },
          {
            en: 'Give the file a name with mxF (women) or mxM (men) in it.',
            zh: '请在文件名中包含 mxF（女）或 mxM（男）。',
          },
        );
      return;
    }
    if (row.cells('country_code') !== CHINA) return;
    const age = wholeIn(row, 'age', 120);
    if (age === null) return;
    for (const column of heading.columns) {
      const [, first, last] = PERIOD.exec(column) ?? [];
      if (first === undefined) continue;
      const rate = numberIn(row, column, 10);
      // From 1 July of the first year to 30 June of the last.
      const years = { first: Number(first), last: Number(last) };
      if (rate !== null)
        into.mortality({ region: null, sex, years, firstMonth: 7 }, age, rate, row.place);
    }
  },
};

const population: Shape = {
  name: { en: 'population by age (WPP)', zh: '分年龄人口（WPP）' },
  columns: ['country_code', 'name', 'age', '2010'],
  leftOut: {
    en: 'The population of the country is no part of a life table.',
    zh: '全国人口不属于寿命表。',
  },
};

/** Mortality of the United Nations' World Population Prospects, as R's package wpp2019 writes it. */
export const wpp = {
  name: { en: 'World Population Prospects 2019', zh: '《世界人口展望2019》' },
  shapes: [mortality, population],
  about: () => ({
    id: 'wpp2019-china',
    name: {
      en: 'Life tables of China, World Population Prospects 2019 (estimates to 2020, medium projection after)',
      zh: '中国寿命表，《世界人口展望2019》（2020年前为估计值，其后为中方案预测值）',
    },
    source: {
      en: 'United Nations, Department of Economic and Social Affairs, Population Division',
      zh: '联合国经济和社会事务部人口司',
    },
    citation:
      'United Nations, Department of Economic and Social Affairs, Population Division (2019). World Population Prospects 2019. New York: United Nations.',
    licence: 'CC BY 3.0 IGO',
    published: true,
  }),
} satisfies Profile;
