import { shares, type Weighted, weighted } from '../random/weighted.ts';
import { approvals } from '../sources/approvals.ts';
import { type Day, dayOf } from '../time/days.ts';
import { imagingUses } from './imaging.ts';
import type {
  BiomarkerUse,
  ByStage,
  CancerModel,
  MarkerUse,
  Operation,
  Regimen,
  StageOption,
  Staging,
} from './model.ts';

/** A cancer written for people: lists as text, four numbers for stages I to IV. */
export interface CancerText {
  readonly id: string;
  readonly group: CancerModel['group'];
  readonly ci5: readonly number[];
  readonly zh: string;
  /** `C34.1 50, C34.3 35` */
  readonly topography: string;
  readonly morphology: string;
  readonly paired?: boolean;
  /** Shares of ICD-O-3 grades 1 to 4. */
  readonly grades?: string;
  readonly staging?: {
    readonly system?: Staging['system'];
    readonly share: ByStage<number>;
    readonly lateOddsOfMen?: number;
    /** `IA1 T1a N0 M0 20; T1b N0 M0 50` for each broad stage; empty where there is none. */
    readonly options: ByStage<string>;
  };
  readonly survival: number;
  readonly hazard: ByStage<number>;
  /** `CEA 0.6 6 10 15 60`: analyte, share that sheds it, median by stage. */
  readonly markers?: readonly string[];
  /** `EGFR 0.8 0.5 814 825`: biomarker, share tested, share positive, morphologies. */
  readonly biomarkers?: readonly string[];
  readonly surgery: ByStage<number>;
  /** `32.4 肺叶切除术 60; 32.29 肺楔形切除术 4 @I`: with `@` only in these broad stages, `@I-II` */
  readonly operations: string;
  readonly radiotherapy: ByStage<number>;
  /** `60/30` */
  readonly dose: string;
  readonly adjuvant: ByStage<number>;
  readonly neoadjuvant?: ByStage<number>;
  readonly neoadjuvantRegimens?: string;
  readonly neoadjuvantBeam?: true;
  /** `L01BA04+L01XA01 84d EGFR -ALK @814 >2019-03`: drugs, days, biomarkers needed, morphology, not before; `;` between. */
  readonly adjuvantRegimens: string;
  readonly prolonged?: string;
  readonly systemic: ByStage<number>;
  readonly lines: readonly string[];
  readonly metastases: string;
  /** Keys of `imagingUses`. */
  readonly imaging: string;
}

const list = (text: string): string[] =>
  text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');

const FACTORS: Readonly<Record<string, string>> = {
  psa: 'psa',
  gg: 'grade_group',
  s: 's_category',
  mitoses: 'mitotic_rate',
};

const stageOption = (words: readonly string[]): StageOption => {
  const said = words.filter((word) => word.includes('='));
  const factor = (name: string) =>
    said.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1);
  const factors = Object.entries(FACTORS).flatMap(([short, name]) => {
    const value = factor(short);
    return value === undefined ? [] : [[name, value] as const];
  });
  const [first = '', n, m] = words.filter((word) => !word.includes('='));
  const isTnm = n !== undefined && m !== undefined;
  return {
    group: isTnm ? null : first,
    categories: isTnm ? [first, n, m] : null,
    factors: Object.fromEntries(factors),
    saidBy: (factor('as') ?? null) as 'c' | 'p' | null,
  };
};

const stageOptions = (text: string): Weighted<StageOption> | null => {
  const parts = list(text).map((part) => part.split(' '));
  if (parts.length === 0) return null;
  return weighted(
    parts.map((words) => stageOption(words.slice(0, -1))),
    parts.map((words) => Number(words.at(-1))),
  );
};

const ROMAN = ['I', 'II', 'III', 'IV'];

/** `@I-II` as stages 0 and 1. */
const inStages = (text: string | undefined): ((stage: number) => boolean) => {
  if (text === undefined) return () => true;
  const [from = '', to = from] = text.slice(1).split('-');
  return (stage) => stage >= ROMAN.indexOf(from) && stage <= ROMAN.indexOf(to);
};

const operations = (text: string): ByStage<Weighted<Operation>> => {
  const parts = list(text).map((part) => part.split(' '));
  const of = (stage: number): Weighted<Operation> =>
    weighted(
      parts.map(([code = '', zh = '']) => ({ code, zh })),
      parts.map(([, , weight, stages]) => (inStages(stages)(stage) ? Number(weight) : 0)),
    );
  return [of(0), of(1), of(2), of(3)];
};

/** The day from which every drug is approved, and on which the regimen became usual where that is said. */
const sinceOf = (drugs: readonly string[], usual: string | undefined): Day | null => {
  const days = drugs.flatMap((key) => {
    const day = approvals.get(key);
    if (day === undefined) throw new RangeError(`no approval of ${key}`);
    return day === null ? [] : [dayOf(day)];
  });
  if (usual !== undefined) days.push(dayOf(`${usual.slice(1)}-01`));
  return days.length === 0 ? null : Math.max(...days);
};

const regimens = (text: string): Regimen[] =>
  list(text).map((part) => {
    const [together = '', days = '', ...conditions] = part.split(' ');
    const drugs = together.split('+');
    return {
      drugs,
      since: sinceOf(
        drugs,
        conditions.find((c) => c.startsWith('>')),
      ),
      days: Number.parseInt(days, 10),
      needs: conditions.filter((c) => !/^[@>]/.test(c)),
      morphology: conditions.find((c) => c.startsWith('@'))?.slice(1) ?? null,
    };
  });

const marker = (text: string): MarkerUse => {
  const [analyte = '', shedding, ...median] = text.split(' ');
  const [a = 0, b = 0, c = 0, d = 0] = median.map(Number);
  return { analyte, shedding: Number(shedding), median: [a, b, c, d] };
};

const biomarker = (text: string): BiomarkerUse => {
  const [id = '', tested, positive, ...morphologies] = text.split(' ');
  return {
    biomarker: id,
    tested: Number(tested),
    positive: Number(positive),
    ...(morphologies.length > 0 ? { morphologies } : {}),
  };
};

const staging = (text: NonNullable<CancerText['staging']>): Staging => {
  const [a, b, c, d] = text.options;
  return {
    system: text.system ?? 'AJCC',
    share: text.share,
    lateOddsOfMen: text.lateOddsOfMen ?? null,
    options: [stageOptions(a), stageOptions(b), stageOptions(c), stageOptions(d)],
  };
};

export const cancer = (text: CancerText): CancerModel => ({
  id: text.id,
  group: text.group,
  ci5: text.ci5,
  zh: text.zh,
  topography: shares(text.topography),
  morphology: shares(text.morphology),
  paired: text.paired ?? false,
  grades: text.grades ? shares(text.grades) : null,
  staging: text.staging ? staging(text.staging) : null,
  survival: text.survival,
  hazard: text.hazard,
  markers: (text.markers ?? []).map(marker),
  biomarkers: (text.biomarkers ?? []).map(biomarker),
  care: {
    surgery: text.surgery,
    operations: operations(text.operations),
    radiotherapy: text.radiotherapy,
    dose: [Number(text.dose.split('/')[0]), Number(text.dose.split('/')[1])],
    neoadjuvant: text.neoadjuvant ?? [0, 0, 0, 0],
    neoadjuvantRegimens: regimens(text.neoadjuvantRegimens ?? ''),
    neoadjuvantBeam: text.neoadjuvantBeam ?? false,
    adjuvant: text.adjuvant,
    adjuvantRegimens: regimens(text.adjuvantRegimens),
    prolonged: regimens(text.prolonged ?? ''),
    systemic: text.systemic,
    lines: text.lines.map(regimens),
  },
  metastases: shares(text.metastases),
  imaging: text.imaging.split(' ').map((key) => {
    const use = imagingUses[key];
    if (use === undefined) throw new RangeError(`no imaging ${key}`);
    return use;
  }),
});
