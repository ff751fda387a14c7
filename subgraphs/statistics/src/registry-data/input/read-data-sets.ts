import type {
  CountSeries,
  LifeTableDataSet,
  LifeTableSeries,
  LivedSeries,
  RegistryArea,
  RegistryDataSet,
} from '../data-set.ts';
import { checkAll } from './checks/index.ts';
import { Collected } from './collected.ts';
import { type Heading, headingOf, type InputFile, readRows } from './files.ts';
import { Problems } from './problem.ts';
import { annualReport } from './shapes/annual-report.ts';
import { ci5 } from './shapes/ci5.ts';
import { own } from './shapes/own.ts';
import type { Profile, Shape } from './shapes/shape.ts';
import { wpp } from './shapes/wpp.ts';

/** Every way in which files of aggregates are written that the platform reads. */
const PROFILES = { own, ci5, wpp, annualReport } satisfies Record<string, Profile>;

/** The data sets of some files, and what is wrong with them. Where there is an error, there is none. */
export interface ReadDataSets {
  readonly registries: readonly RegistryDataSet[];
  readonly lifeTables: readonly LifeTableDataSet[];
  readonly problems: Problems;
  /** Rows of each file that was read. */
  readonly rows: ReadonlyMap<string, number>;
}

interface Recognised {
  readonly file: InputFile;
  readonly heading: Heading;
  readonly profile: Profile;
  readonly shape: Shape;
}

const everyShape = Object.values(PROFILES).flatMap((profile: Profile) =>
  profile.shapes.map((shape) => ({ profile, shape })),
);

/** The shape most of whose columns are there, of those whose columns are all there. */
const shapeOf = ({ columns }: Heading) =>
  everyShape
    .filter(({ shape }) => shape.columns.every((name) => columns.includes(name)))
    .toSorted((a, b) => b.shape.columns.length - a.shape.columns.length)[0];

const headingsInWords = Object.values(PROFILES)
  .flatMap((profile: Profile) => profile.shapes)
  .filter(({ leftOut }) => leftOut === undefined)
  .map(({ columns }) => columns.join(','))
  .join('; ');

const recognise = async (file: InputFile, problems: Problems): Promise<Recognised | null> => {
  const place = { file: file.name, line: 1 };
  const heading = await headingOf(file);
  if (heading === null) {
    problems.error(
      place,
      null,
      { en: 'The file is empty, or no table.', zh: '文件为空或不是表格。' },
      { en: 'Give a CSV file with a heading.', zh: '请提供带表头的CSV文件。' },
    );
    return null;
  }
  const found = shapeOf(heading);
  if (found === undefined) {
    problems.error(
      place,
      null,
      {
        en: `No file of a data set has this heading: ${heading.columns.join(',').slice(0, 200)}.`,
        zh: `没有任何数据集文件使用该表头：${heading.columns.join(',').slice(0, 200)}。`,
      },
      {
        en: `Take the file out, or give one of these headings: ${headingsInWords}.`,
        zh: `请移除该文件，或使用以下表头之一：${headingsInWords}。`,
      },
    );
    return null;
  }
  const doubled = heading.columns.find((name, i) => heading.columns.indexOf(name) !== i);
  if (doubled !== undefined)
    problems.error(
      place,
      doubled,
      { en: `Column ${doubled} stands twice.`, zh: `列 ${doubled} 重复。` },
      { en: 'Keep one of them.', zh: '请只保留一列。' },
    );
  if (found.shape.leftOut !== undefined)
    problems.remark(place, null, found.shape.leftOut, {
      en: 'The file is left out.',
      zh: '该文件未加载。',
    });
  return { file, heading, ...found };
};

/** Ages that no row gave hold nobody. */
const filled = (ages: Float64Array): Float64Array => ages.map((n) => (n > 0 ? n : 0));

const byCode = <Of extends { readonly area: string }>(series: readonly Of[]) =>
  series.toSorted((a, b) => (a.area < b.area ? -1 : a.area > b.area ? 1 : 0));

const registrySet = (collected: Collected): Omit<RegistryDataSet, 'about'> | null => {
  if (collected.lived.size === 0) return null;
  const lived: LivedSeries[] = byCode(
    [...collected.lived.values()].map(({ place: _, ...series }) => series),
  );
  const yearsOf = Map.groupBy(lived, ({ area }) => area);
  const areas: RegistryArea[] = [...collected.areas.values()].flatMap(({ place: _, ...area }) => {
    const own = yearsOf.get(area.code);
    if (own === undefined) return [];
    const first = Math.min(...own.map(({ years }) => years.first));
    const last = Math.max(...own.map(({ years }) => years.last));
    return [{ ...area, years: { first, last } }];
  });
  const counts: CountSeries[] = byCode(
    [...collected.counts.values()].map(({ place: _, ages, ...series }) => ({
      ...series,
      ages: filled(ages),
    })),
  );
  return { areas: areas.toSorted((a, b) => (a.code < b.code ? -1 : 1)), counts, lived };
};

const lifeSet = (collected: Collected): LifeTableSeries[] =>
  [...collected.life.values()].map(({ place: _, rates, ...key }) => {
    const sorted = [...rates].sort(([a], [b]) => a - b);
    return { ...key, ages: sorted.map(([age]) => age), mortality: sorted.map(([, rate]) => rate) };
  });

/** Nothing to load is a fault of its own: counts without people, a description without numbers. */
const nothing = (collected: Collected, files: readonly Recognised[]): void => {
  const { problems, lived, life } = collected;
  if (lived.size > 0 || life.size > 0 || problems.errors > 0) return;
  if (files.every(({ shape }) => shape.leftOut !== undefined)) return;
  problems.error(
    { file: files.map(({ file }) => file.name).join(', '), line: null },
    null,
    {
      en: 'There are neither person-years nor a life table in these files.',
      zh: '这些文件中既无人年数也无寿命表。',
    },
    {
      en: 'Load the file of person-years with those of cases and deaths.',
      zh: '请将人年数文件与病例、死亡文件一同加载。',
    },
  );
};

const readProfile = async (
  profile: Profile,
  files: readonly Recognised[],
  problems: Problems,
  rows: Map<string, number>,
): Promise<Pick<ReadDataSets, 'registries' | 'lifeTables'>> => {
  const collected = new Collected(problems);
  for (const shape of profile.shapes)
    for (const { file, heading } of files.filter((one) => one.shape === shape)) {
      const { read } = shape;
      if (read === undefined) continue;
      const facts = { name: file.name, heading };
      const count = await readRows(file, heading, problems, (cells, line) =>
        read({ cells, problems, place: { file: file.name, line } }, collected, facts),
      );
      rows.set(file.name, count);
    }
  checkAll(collected);
  nothing(collected, files);
  const about =
    profile.about?.(
      collected,
      files.map(({ file }) => file),
    ) ?? collected.about;
  const registry = registrySet(collected);
  const series = lifeSet(collected);
  if (about === null) {
    if (registry !== null || series.length > 0)
      problems.error(
        { file: files.map(({ file }) => file.name).join(', '), line: null },
        null,
        { en: 'No file says what the data set is.', zh: '没有文件说明该数据集。' },
        {
          en: 'Add a file with the heading id,name_en,name_zh,source_en,source_zh,citation,licence,published and one row.',
          zh: '请添加表头为 id,name_en,name_zh,source_en,source_zh,citation,licence,published 且仅含一行的文件。',
        },
      );
    return { registries: [], lifeTables: [] };
  }
  return {
    registries: registry === null ? [] : [{ about, ...registry }],
    lifeTables: series.length === 0 ? [] : [{ about, series }],
  };
};

/** Most files of one load. */
const MOST_FILES = 50;

/** Reads files of any profile: those of one profile are one data set. */
export const readDataSets = async (files: readonly InputFile[]): Promise<ReadDataSets> => {
  const problems = new Problems();
  const rows = new Map<string, number>();
  const recognised: Recognised[] = [];
  for (const file of files.slice(0, MOST_FILES)) {
    const found = await recognise(file, problems);
    if (found !== null) recognised.push(found);
  }
  if (files.length > MOST_FILES)
    problems.error(
      { file: files[MOST_FILES]?.name ?? '', line: null },
      null,
      { en: `More than ${MOST_FILES} files.`, zh: `文件超过${MOST_FILES}个。` },
      { en: 'Put rows of one kind into one file.', zh: '请将同类数据合并到一个文件。' },
    );
  const sets = { registries: [] as RegistryDataSet[], lifeTables: [] as LifeTableDataSet[] };
  for (const [profile, own] of Map.groupBy(recognised, (one) => one.profile)) {
    const { registries, lifeTables } = await readProfile(profile, own, problems, rows);
    sets.registries.push(...registries);
    sets.lifeTables.push(...lifeTables);
  }
  problems.sort();
  return problems.errors > 0
    ? { registries: [], lifeTables: [], problems, rows }
    : { ...sets, problems, rows };
};
