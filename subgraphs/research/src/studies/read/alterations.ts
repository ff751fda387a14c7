import type { Line } from './lines.ts';
import { numberOf, said, unquoted } from './missing.ts';
import { StudyFileError, type StudyProblem } from './problem.ts';

/** Kinds of a mutation, as an oncoprint draws them. */
const MUTATION_KINDS = ['MISSENSE', 'TRUNCATING', 'INFRAME', 'SPLICE', 'OTHER'] as const;
export type MutationKind = (typeof MUTATION_KINDS)[number];

interface Mutation {
  readonly sample: string;
  readonly gene: string;
  readonly kind: MutationKind;
  readonly protein: string | null;
  /** Reads with the change among all, 0 to 1. */
  readonly fraction: number | null;
}

/** Variant classifications of the GDC MAF format that change no protein: they are no alteration. */
const SILENT = /^(?:Silent|Intron|3'UTR|5'UTR|3'Flank|IGR|RNA)$/i;

const kindOf = (classification: string): MutationKind => {
  if (/^Missense/i.test(classification)) return 'MISSENSE';
  if (/^(?:Frame_Shift|Nonsense|Nonstop|Translation_Start)/i.test(classification))
    return 'TRUNCATING';
  if (/^In_Frame/i.test(classification)) return 'INFRAME';
  return /^Splice/i.test(classification) ? 'SPLICE' : 'OTHER';
};

type Cells = Readonly<Record<string, string | undefined>>;

/** The rows of a table whose columns have names; `#` begins remarks. @throws {StudyFileError} where a column is missing */
async function* rowsOf(
  file: string,
  lines: AsyncIterable<Line>,
  needed: readonly string[],
): AsyncGenerator<{ readonly line: number; readonly cells: Cells }> {
  let heading: readonly string[] | null = null;
  for await (const { number, text } of lines) {
    if (text.trim() === '' || (text.startsWith('#') && heading === null)) continue;
    const cells = text.split('\t');
    if (heading === null) {
      heading = cells.map(unquoted);
      const missing = needed.find((name) => !heading?.includes(name));
      if (missing !== undefined)
        throw new StudyFileError(file, number, `there is no column ${missing}`);
      continue;
    }
    // By the cells and not by the heading: a row of one cell under a heading of a million costs one.
    const named = cells.slice(0, heading.length).map((cell, i) => [heading?.[i] ?? '', cell]);
    yield { line: number, cells: Object.fromEntries(named) };
  }
  if (heading === null) throw new StudyFileError(file, 1, 'the file has no header');
}

type Found<T> = { readonly found: T } | { readonly problem: StudyProblem };

/** Mutations of a MAF file that change a protein, splicing or a promoter. */
export async function* readMutations(
  file: string,
  lines: AsyncIterable<Line>,
): AsyncGenerator<Found<Mutation>> {
  for await (const { line, cells } of rowsOf(file, lines, [
    'Hugo_Symbol',
    'Tumor_Sample_Barcode',
  ])) {
    const [gene, sample] = [said(cells.Hugo_Symbol), said(cells.Tumor_Sample_Barcode)];
    if (gene === null || sample === null) {
      const reason = `has no ${gene === null ? 'Hugo_Symbol' : 'Tumor_Sample_Barcode'}`;
      yield { problem: { file, line, reason } };
      continue;
    }
    const classification = said(cells.Variant_Classification) ?? '';
    if (SILENT.test(classification)) continue;
    const [alt, ref] = [numberOf(cells.t_alt_count), numberOf(cells.t_ref_count)];
    const reads = (alt ?? 0) + (ref ?? 0);
    const fraction = alt === null || ref === null || reads === 0 ? null : alt / reads;
    const protein = said(cells.HGVSp_Short) ?? said(cells.HGVSp) ?? said(cells.Amino_Acid_Change);
    yield { found: { sample, gene, kind: kindOf(classification), protein, fraction } };
  }
}

interface CopyNumber {
  readonly sample: string;
  readonly gene: string;
  /** −2 deep deletion, −1 loss, 1 gain, 2 amplification (GISTIC). */
  readonly change: number;
}

type ReadCna =
  | Found<CopyNumber>
  /** The samples that were looked at. */
  | { readonly samples: readonly string[] };

/** The changes of a discrete copy number matrix, gene by gene; a cell of no change is none. */
export async function* readCopyNumbers(
  file: string,
  lines: AsyncIterable<Line>,
): AsyncGenerator<ReadCna> {
  let samples: readonly (string | null)[] | null = null;
  let geneAt = 0;
  for await (const { number, text } of lines) {
    if (text.trim() === '' || text.startsWith('#')) continue;
    const cells = text.split('\t').map(unquoted);
    if (samples === null) {
      geneAt = cells.indexOf('Hugo_Symbol');
      if (geneAt < 0) throw new StudyFileError(file, number, 'there is no column Hugo_Symbol');
      samples = cells.map((name) =>
        /^(?:Hugo_Symbol|Entrez_Gene_Id|Cytoband|Locus ID)$/i.test(name) ? null : name,
      );
      yield { samples: samples.filter((name) => name !== null) };
      continue;
    }
    const gene = said(cells[geneAt]);
    if (gene === null || cells.length > samples.length) {
      const reason =
        gene === null ? 'has no Hugo_Symbol' : 'has more cells than the header has columns';
      yield { problem: { file, line: number, reason } };
      continue;
    }
    for (const [i, text] of cells.entries()) {
      const sample = samples[i] ?? null;
      if (sample === null) continue;
      const cell = said(text);
      const change = numberOf(text);
      if (cell === null || change === 0) continue;
      if (change === null || Math.abs(change) > 2) {
        yield {
          problem: {
            file,
            line: number,
            reason: `“${cell}” of ${sample} is none of -2, -1, 0, 1, 2`,
          },
        };
        continue;
      }
      // -1.5 is written of deep deletions that leave a fragment.
      yield {
        found: { sample, gene, change: change < 0 ? Math.floor(change) : Math.ceil(change) },
      };
    }
  }
  if (samples === null) throw new StudyFileError(file, 1, 'the file has no header');
}

interface StructuralVariant {
  readonly sample: string;
  /** One or both of the genes at the ends. */
  readonly genes: readonly string[];
  readonly kind: string | null;
}

/** Structural variants: the form of today, and the fusions of older studies, a row a gene. */
export async function* readStructuralVariants(
  file: string,
  lines: AsyncIterable<Line>,
): AsyncGenerator<Found<StructuralVariant>> {
  for await (const { line, cells } of rowsOf(file, lines, [])) {
    const sample =
      said(cells.Sample_Id) ?? said(cells.Sample_ID) ?? said(cells.Tumor_Sample_Barcode);
    const genes = [cells.Site1_Hugo_Symbol, cells.Site2_Hugo_Symbol, cells.Hugo_Symbol].flatMap(
      (cell) => said(cell) ?? [],
    );
    if (sample === null || genes.length === 0) {
      const reason = sample === null ? 'has no Sample_Id' : 'names no gene';
      yield { problem: { file, line, reason } };
      continue;
    }
    const kind = said(cells.Class) ?? said(cells.SV_Status) ?? said(cells.Event_Info);
    yield { found: { sample, genes: [...new Set(genes)], kind } };
  }
}

interface TimelineEvent {
  readonly patient: string;
  /** Days from the study's own origin. */
  readonly start: number;
  readonly stop: number | null;
  readonly kind: string;
  /** The further columns that say something. */
  readonly details: Readonly<Record<string, string>>;
}

/** Events of a timeline file. */
export async function* readTimeline(
  file: string,
  lines: AsyncIterable<Line>,
): AsyncGenerator<Found<TimelineEvent>> {
  for await (const { line, cells } of rowsOf(file, lines, [
    'PATIENT_ID',
    'START_DATE',
    'EVENT_TYPE',
  ])) {
    const { PATIENT_ID, START_DATE, STOP_DATE, EVENT_TYPE, ...more } = cells;
    const [patient, start, kind] = [said(PATIENT_ID), numberOf(START_DATE), said(EVENT_TYPE)];
    if (patient === null || start === null || kind === null) {
      const lacking =
        patient === null ? 'PATIENT_ID' : start === null ? 'START_DATE in days' : 'EVENT_TYPE';
      yield { problem: { file, line, reason: `has no ${lacking}` } };
      continue;
    }
    const details = Object.fromEntries(
      Object.entries(more).flatMap(([name, cell]) => {
        const value = said(cell);
        return value === null ? [] : [[name, value]];
      }),
    );
    yield { found: { patient, start, stop: numberOf(STOP_DATE), kind, details } };
  }
}
