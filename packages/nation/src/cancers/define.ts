import { shares, type Weighted, weighted } from '../random/weighted.ts';
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
    /** `IA1 T1a N0 M0 20; IA2 T1b N0 M0 50` for each broad stage; empty where there is none. */
    readonly options: ByStage<string>;
  };
  readonly survival: number;
  readonly hazard: ByStage<number>;
  /** `CEA 0.6 6 10 15 60`: analyte, share that sheds it, median by stage. */
  readonly markers?: readonly string[];
  /** `EGFR 0.8 0.5 814 825`: biomarker, share tested, share positive, morphologies. */
  readonly biomarkers?: readonly string[];
  readonly surgery: ByStage<number>;
  /** `32.4 肺叶切除术 60; …` */
  readonly operations: string;
  readonly radiotherapy: ByStage<number>;
  /** `60/30` */
  readonly dose: string;
  readonly adjuvant: ByStage<number>;
  /** `L01BA04+L01XA01 84d EGFR -ALK @814`: drugs, days, biomarkers needed, morphology; `;` between. */
  readonly adjuvantRegimens: string;
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

const stageOption = (words: readonly string[]): StageOption => {
  const [group = '', t, n, m] = words;
  return { group, categories: t && n && m ? [t, n, m] : null };
};

const stageOptions = (text: string): Weighted<StageOption> | null => {
  const parts = list(text).map((part) => part.split(' '));
  if (parts.length === 0) return null;
  return weighted(
    parts.map((words) => stageOption(words.slice(0, -1))),
    parts.map((words) => Number(words.at(-1))),
  );
};

const operations = (text: string): Weighted<Operation> => {
  const parts = list(text).map((part) => part.split(' '));
  return weighted(
    parts.map(([code = '', zh = '']) => ({ code, zh })),
    parts.map(([, , weight]) => Number(weight)),
  );
};

const regimens = (text: string): Regimen[] =>
  list(text).map((part) => {
    const [drugs = '', days = '', ...conditions] = part.split(' ');
    return {
      drugs: drugs.split('+'),
      days: Number.parseInt(days, 10),
      needs: conditions.filter((c) => !c.startsWith('@')),
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
    adjuvant: text.adjuvant,
    adjuvantRegimens: regimens(text.adjuvantRegimens),
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
