/** The disease in one line, as it is presented: what, how far, where to, which markers, what is given now. */
import { biomarkerOfLoinc, biomarkerOfName } from '@nodp/terminology/biomarkers';
import type { Label } from '../../../i18n/label.ts';
import type { Patient, Tumour } from './data.ts';
import { tnmSpoken } from './stages.ts';
import { type Regimen, regimensGiven } from './treatments.ts';
import { diseasesOf } from './tumours.ts';

/** How words are said on the page. */
export type Speech = {
  chinese: boolean;
  label: (label: Label | null | undefined) => string;
  /** `second line CAPIRI since 2026-03`. */
  since: (regimen: string, line: number | null, month: string) => string;
  /** `last: second line CAPIRI, until 2026-03`; without an end, from when. */
  last: (regimen: string, line: number | null, month: string) => string;
};

/** Words that begin a label, within a sentence; names such as G13D stay as they are. */
const within = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

const plain = (words: string): string => words.replace(/, NOS$|，未特指$/, '');

/** `Adenocarcinoma of rectum`, `直肠腺癌`; of what has no solid site the morphology alone. */
function whatOf(tumour: Tumour, { chinese, label }: Speech): string {
  const { morphology, topography, siteLabel, asSent } = tumour;
  if (!morphology) return plain(label(siteLabel ?? asSent.label));
  const what = plain(label(morphology.label));
  const nowhere = !topography || /^C(42|77|76|80)/.test(topography.code ?? '');
  if (nowhere) return what;
  const where = plain(label(topography.label));
  if (chinese) return what.startsWith(where) ? what : `${where}${what}`;
  return `${what} of ${within(where)}`;
}

type Biomarker = Patient['biomarkers'][number];

/** `KRAS G13D`, `MSS`; of a marker without words of its own, its name and the finding. */
function markerWords(marker: Biomarker, { label }: Speech): string {
  const { code } = marker.what;
  const known =
    (code === null ? null : biomarkerOfLoinc(code)) ?? biomarkerOfName(marker.what.label.en);
  const name = known?.id ?? label(marker.what.label);
  const result = within(label((marker.result ?? { label: marker.findingLabel }).label));
  return /^(MSS|MSI-[HL]|[dp]MMR)$/i.test(result) ? result : `${name} ${result}`;
}

/** The latest result of every marker, what was found before what was not; a marker without a result says nothing. */
function markersOf(patient: Patient): Biomarker[] {
  const latest = new Map<string, Biomarker>();
  for (const marker of patient.biomarkers.toSorted((a, b) =>
    (a.date ?? '').localeCompare(b.date ?? ''),
  )) {
    if (marker.result || marker.findingLabel) latest.set(marker.what.label.en, marker);
  }
  const rank = (m: Biomarker) => Number(m.finding !== 'positive');
  return [...latest.values()].toSorted((a, b) => rank(a) - rank(b));
}

/** As many markers as one line has room for. */
const markers = 4;

/** The primaries with a line each; of the leading one with markers and treatment, which no record gives to one. */
export function diagnosisLines(patient: Patient, speech: Speech): string[] {
  const { label, chinese } = speech;
  const comma = chinese ? '，' : ', ';
  const semicolon = chinese ? '；' : '; ';
  const lines = diseasesOf(patient.tumours).flatMap(({ primary, metastases }) => {
    if (!primary) return [];
    const extent = [
      primary.stageGroup,
      ...new Set(metastases.map((m) => within(label(m.metastasis)))),
    ];
    const tnm = tnmSpoken(primary.stageAtDiagnosis.tnm ?? '');
    const what = `${whatOf(primary, speech)}${tnm ? ` ${tnm}` : ''}`;
    return [[what, ...extent.filter(Boolean)].join(comma)];
  });
  const [first, ...others] = lines;
  if (first === undefined) return [];
  const leading = patient.tumours.find((t) => t.kind === 'PRIMARY');
  const found = markersOf(patient)
    .slice(0, markers)
    .map((m) => markerWords(m, speech));
  const given = currentOrLast(regimensGiven(patient.treatments, leading?.siteGroup ?? null));
  const dead = patient.vitalStatus === 'DEAD';
  const treatment =
    given === undefined
      ? []
      : given.ongoing && !dead
        ? [speech.since(label(given.label), given.line, given.from.slice(0, 7))]
        : [speech.last(label(given.label), given.line, (given.to ?? given.from).slice(0, 7))];
  return [
    [first, ...(found.length > 0 ? [found.join(comma)] : []), ...treatment].join(semicolon),
    ...others,
  ];
}

const currentOrLast = (given: readonly Regimen[]): Regimen | undefined =>
  given.findLast((regimen) => regimen.ongoing) ?? given.at(-1);
