import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AskedColumn } from '@nodp/cohorts/engine';
import {
  type CountBudget,
  type DisclosureRule,
  defaultBudget,
  defaultRule,
  RecentSets,
} from '@nodp/disclosure';
import { DISEASE_IDS, type DiseaseId } from '@nodp/oncology/single-disease';
import { LRUCache } from 'lru-cache';
import { type CaseColumns, readCaseColumns } from '../columns/case-columns.ts';
import { type CaseDetail, caseDetails } from '../columns/case-details.ts';
import { type CohortSets, cohortsInMemory } from '../columns/cohorts.ts';
import { readScreening, type ScreeningRows } from '../columns/screening-rows.ts';
import { readDisease } from '../diseases/read.ts';
import { type DiseaseSets, diseaseSets } from '../diseases/sets.ts';
import { openDuckdb } from '../engines/duckdb.ts';
import type { Engine } from '../engines/engine.ts';
import { openPostgres } from '../engines/postgres.ts';
import { type EngineName, folderOf, type ReleasesConfiguration } from './configuration.ts';
import { lackingIn, type ReleasedDictionary } from './lacking.ts';
import { disclosureSecret, secretFor } from './secret.ts';

/** Whether a question is asked for research, or beside one patient's record. */
export type Purpose = 'research' | 'care';

/** Counts of persons, curves, and ratios of a regression have noise of their own each, and sets of an account remembered for each. */
export type Told = 'counts' | 'curves' | 'ratios';

/** A release ready to be asked. */
export interface OpenRelease {
  readonly cohorts: CohortSets;
  readonly cases: CaseColumns;
  /** Cases of a site group one by one, with findings of these biomarkers: exact, not to be shown. */
  details(site: string, biomarkers: readonly string[]): Promise<readonly CaseDetail[]>;
  /** Rounds of screening, read when first asked for: exact, not to be shown. */
  screening(): Promise<ScreeningRows>;
  /** Sets of cases of a single-disease data set, read when first asked for; null of a release built before there were any. */
  disease(id: DiseaseId): Promise<DiseaseSets | null>;
}

/** What tells a release from every other, of other servers too: two folders may carry one number. */
export interface ReleaseKey {
  readonly number: number;
  readonly checksum: string;
}

/** A release as its manifest names it. */
export interface ListedRelease extends ReleaseKey {
  /** When its build ended, ISO 8601. */
  readonly builtAt: string;
  /** Earliest and latest year of diagnosis; null where no year is known. */
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** Last day to which follow-up is complete. */
  readonly closing: string;
}

/** What the manifest of a release says beyond what is listed. */
interface Manifested extends ListedRelease {
  readonly lacks: (asked: AskedColumn) => boolean;
}

/** The releases of a folder: opened when they are first asked, and what they answered. */
export interface Releases {
  readonly folder: string;
  readonly engine: EngineName;
  /** How counts that leave are protected. */
  readonly rule: DisclosureRule;
  readonly budget: CountBudget;
  /**
   * The sets of a release that an account asked lately, as long as this process lives. Those of clinicians are remembered apart:
   * as many as patients are opened would make researchers' sets be forgotten.
   * @param told figures whose noise comes of one key of a set, in whatever question and design they are asked
   */
  recentSets(accountId: string, release: ReleaseKey, purpose?: Purpose, told?: Told): RecentSets;
  /** A release by its number, opened once (2 s at a million patients) and held open. */
  open(number: number): Promise<OpenRelease>;
  /** Whether a release was built without columns, by a version of the platform that did not release them. */
  lacking(number: number): Promise<(asked: AskedColumn) => boolean>;
  /** Every release of the folder, newest first. */
  listed(): Promise<readonly ListedRelease[]>;
  /** One release by its number, without looking through the folder once it is known; null where there is none. */
  named(number: number): Promise<ListedRelease | null>;
  /** Opens the newest release before anyone asks for it; does nothing where there is none. */
  openNewest(): Promise<void>;
  /**
   * The answer to a question put to a release, worked out once.
   * @param words that name the question wholly
   */
  once<T>(release: ReleaseKey, words: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Closes every release: the last thing before the process ends. */
  close(): Promise<void>;
}

/** Releases held open at once; the one not asked for longest is closed. */
const MOST_OPEN = 3;
/** An engine whose release makes room may still be answering for this long, ms. */
const GRACE = 60_000;
/** A release never changes, so an answer stays true: this many of the latest are held. */
const MOST_ANSWERS = 1000;
/** Accounts whose recent sets are remembered, each in a release: of researchers 2 MB at most, of clinicians a sixteenth. */
const MOST_ACCOUNTS: Readonly<Record<Purpose, number>> = { research: 300, care: 2000 };
const MOST_SETS: Readonly<Record<Purpose, number>> = { research: 8192, care: 512 };

interface Opened {
  readonly engine: Engine;
  readonly release: OpenRelease;
}

const opened = async (engine: Engine, secret: Uint8Array, files: string): Promise<Opened> => {
  try {
    const cases = await readCaseColumns(engine, secret);
    const diseases = new LRUCache<DiseaseId, Promise<DiseaseSets | null>>({
      max: DISEASE_IDS.length,
    });
    let screening: Promise<ScreeningRows> | null = null;
    return {
      engine,
      release: {
        cases,
        cohorts: cohortsInMemory(cases, engine),
        details: (site, biomarkers) => caseDetails(cases, engine, site, biomarkers),
        screening: () => {
          screening ??= readScreening(engine, secret).catch((error: unknown) => {
            screening = null;
            throw error;
          });
          return screening;
        },
        disease: (id) =>
          remembered(diseases, id, async () => {
            const read = await readDisease(files, id, cases);
            return read === null ? null : diseaseSets(id, read, cases);
          }),
      },
    };
  } catch (error) {
    await engine.close();
    throw error;
  }
};

// One that did not open has nothing to be closed.
const closed = (release: Promise<Opened>): Promise<void> =>
  release.then(
    ({ engine }) => engine.close(),
    () => {},
  );

/** Remembers promises; one that fails is forgotten, so that the next to ask tries again. */
const remembered = <Key extends string | number, T>(
  cache: LRUCache<Key, Promise<T>>,
  key: Key,
  work: () => Promise<T>,
): Promise<T> => {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = work();
  cache.set(key, made);
  made.catch(() => {
    if (cache.peek(key) === made) cache.delete(key);
  });
  return made;
};

/** Numbers of the releases in a folder, newest first. */
const numbersIn = async (folder: string): Promise<readonly number[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names
    .flatMap((name) => /^release-(\d{6,})$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => b - a);
};

/** A release never changes once it lies in its folder: its manifest is read once. */
const manifestOf = async (folder: string, number: number): Promise<Manifested> => {
  const text = await readFile(join(folder, folderOf(number), 'manifest.json'), 'utf8');
  const { checksum, builtAt, firstYear, lastYear, closing, dictionary } = JSON.parse(
    text,
  ) as ListedRelease & { readonly dictionary?: ReleasedDictionary };
  const lacks = lackingIn(dictionary);
  return { number, checksum, builtAt, firstYear, lastYear, closing, lacks };
};

/** DuckDB and the default disclosure rule unless said otherwise. */
export const createReleases = ({
  folder,
  engine = { kind: 'duckdb', url: null },
  rule = defaultRule,
  budget = defaultBudget,
  secret: given,
}: ReleasesConfiguration): Releases => {
  const open = new LRUCache<number, Promise<Opened>>({
    max: MOST_OPEN,
    dispose: (release, _, reason) => {
      if (reason === 'evict') setTimeout(() => void closed(release), GRACE).unref();
    },
  });
  const recent: Readonly<Record<Purpose, LRUCache<string, RecentSets>>> = {
    research: new LRUCache({ max: MOST_ACCOUNTS.research }),
    care: new LRUCache({ max: MOST_ACCOUNTS.care }),
  };
  const answers = new LRUCache<string, Promise<unknown>>({ max: MOST_ANSWERS });
  const manifests = new LRUCache<number, Promise<Manifested>>({ max: MOST_ANSWERS });
  const openEngine = async (number: number): Promise<Engine> => {
    if (engine.kind === 'duckdb') return openDuckdb(join(folder, folderOf(number)));
    if (engine.url === null)
      throw new Error('The engine postgres needs the address of a database.');
    return openPostgres(engine.url, number);
  };
  const openOne = async (number: number): Promise<OpenRelease> => {
    const { release } = await remembered(open, number, async () => {
      const asked = await openEngine(number);
      const secret = given ?? (await disclosureSecret(folder));
      return opened(asked, secretFor(secret, `release ${number}`), join(folder, folderOf(number)));
    });
    return release;
  };
  const manifest = (number: number) =>
    remembered(manifests, number, () => manifestOf(folder, number));
  return {
    folder,
    engine: engine.kind,
    rule,
    budget,
    recentSets: (accountId, { number, checksum }, purpose = 'research', told = 'counts') => {
      const key = JSON.stringify([accountId, number, checksum, told]);
      const known =
        recent[purpose].get(key) ?? new RecentSets(rule.minimumCell, MOST_SETS[purpose]);
      recent[purpose].set(key, known);
      return known;
    },
    open: openOne,
    lacking: async (number) => (await manifest(number)).lacks,
    listed: async () => Promise.all((await numbersIn(folder)).map(manifest)),
    named: (number) =>
      manifest(number).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return null;
        throw error;
      }),
    openNewest: async () => {
      const [newest] = await numbersIn(folder);
      if (newest !== undefined) await openOne(newest);
    },
    once: <T>({ number, checksum }: ReleaseKey, words: readonly string[], work: () => Promise<T>) =>
      remembered(answers, JSON.stringify([number, checksum, ...words]), work) as Promise<T>,
    close: async () => {
      const all = [...open.values()];
      open.clear();
      await Promise.all(all.map(closed));
    },
  };
};
