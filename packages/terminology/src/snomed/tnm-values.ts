import { own } from '../lookup/own.ts';
import { once, rows } from '../rows.ts';
import { parseCategory, type TnmCategory } from '../tnm/category.ts';
import { parseAnnArbor } from '../tnm/lymphoma-stage.ts';
import { type BroadStage, parseStageGroup, type StageGroup } from '../tnm/stage-group.ts';
import { FIGO_NCIT_ROWS, STAGE_GROUP_ROWS, TNM_CATEGORY_ROWS } from './tnm-value-rows.ts';

const categories = once(() => expand(TNM_CATEGORY_ROWS));
const stages = once(() => expand(STAGE_GROUP_ROWS + FIGO_NCIT_ROWS.trimStart()));

function expand(text: string): ReadonlyMap<string, string> {
  return new Map(rows(text).map(([code = '', value = '']) => [code, value]));
}

/** A coded value as FHIR carries it: the code, and the display that came with it. */
export type CodedValue = { readonly code: string; readonly display?: string | null };

/**
 * The T, N or M category of a coded value: by SNOMED CT code; by an AJCC display ("American Joint Committee
 * on Cancer cT3 (qualifier value)") for codes the table lacks; or written plainly in code or display (cT3).
 */
export function categoryOfCoded(value: CodedValue): TnmCategory | null {
  const known = categories().get(value.code);
  if (known) return parseCategory(known);
  const display = value.display?.replace(
    /American Joint Committee on Cancer|\((?:qualifier value|finding)\)|category/gi,
    '',
  );
  return (display ? parseCategory(display) : null) ?? parseCategory(value.code);
}

/** A stage read from a coded value: a stage group (AJCC, FIGO) or an Ann Arbor stage. */
export type CodedStage = { readonly code: string; readonly broad: Exclude<BroadStage, 'unknown'> };

/**
 * The stage of a coded value: SNOMED CT AJCC stage groups, NCI Thesaurus FIGO stages, plain text (IIIA, 3C), and
 * lymphoma stages by display. Null for what is no 0 to IV stage (Binet, ISS, INRG, Breslow, ISUP).
 */
export function stageOfCoded(value: CodedValue): CodedStage | null {
  const known = stages().get(value.code);
  if (known) return parseStageGroup(known);
  if (/lymphoma|ann arbor|lugano/i.test(value.display ?? ''))
    return parseAnnArbor(value.display ?? '');
  const plain = /^(?:stage\s*)?[0-4IVX]{1,4}[A-E]?[1-3]?$/i.test(value.code)
    ? parseStageGroup(value.code)
    : null;
  return plain ?? stageOfDisplay(value.display ?? '');
}

/** Displays of other scales hold Roman numerals too: only AJCC, UICC, FIGO, TNM and bare stage wordings are read. */
function stageOfDisplay(display: string): StageGroup | null {
  if (
    /binet|ISS|INRG|breslow|clark|grade|group|deauville|gleason|rai\b|durie|dukes|level/i.test(
      display,
    )
  ) {
    return /stage group/i.test(display) ? parseStageGroup(display) : null;
  }
  return parseStageGroup(display);
}

/** What an Observation says about TNM: which axis or the stage group, and by which classification. */
export type TnmQuestion = {
  readonly asks: 'T' | 'N' | 'M' | 'stage';
  readonly classification: 'c' | 'p' | null;
};

/** Observation codes of TNM. SNOMED CT: mCODE STU4 value sets; LOINC: the earlier mCODE and NAACCR panels. */
const QUESTIONS: Readonly<Record<string, TnmQuestion>> = {
  '78873005': { asks: 'T', classification: null },
  '399504009': { asks: 'T', classification: 'c' },
  '384625004': { asks: 'T', classification: 'p' },
  '277206009': { asks: 'N', classification: null },
  '399534004': { asks: 'N', classification: 'c' },
  '371494008': { asks: 'N', classification: 'p' },
  '277208005': { asks: 'M', classification: null },
  '399387003': { asks: 'M', classification: 'c' },
  '371497001': { asks: 'M', classification: 'p' },
  '399390009': { asks: 'stage', classification: null },
  '399537006': { asks: 'stage', classification: 'c' },
  '399588009': { asks: 'stage', classification: 'p' },
  '385361009': { asks: 'stage', classification: null },
  '385388004': { asks: 'stage', classification: null },
  '21905-5': { asks: 'T', classification: 'c' },
  '21899-0': { asks: 'T', classification: 'p' },
  '21906-3': { asks: 'N', classification: 'c' },
  '21900-6': { asks: 'N', classification: 'p' },
  '21907-1': { asks: 'M', classification: 'c' },
  '21901-4': { asks: 'M', classification: 'p' },
  '21908-9': { asks: 'stage', classification: 'c' },
  '21902-2': { asks: 'stage', classification: 'p' },
  '21914-7': { asks: 'stage', classification: null },
};

/** Which part of TNM an Observation code asks for; null when none. */
export function tnmQuestion(code: string): TnmQuestion | null {
  return own(QUESTIONS, code);
}

/** Staging systems named in `Observation.method`, by SNOMED CT code (mCODE STU4). */
export const STAGING_SYSTEMS: Readonly<
  Record<
    string,
    {
      readonly system: 'AJCC' | 'FIGO' | 'Ann Arbor' | 'Cotswolds';
      readonly edition: string | null;
    }
  >
> = {
  '444256004': { system: 'AJCC', edition: '6' },
  '443830009': { system: 'AJCC', edition: '7' },
  '897275008': { system: 'AJCC', edition: '8' },
  '1269566009': { system: 'AJCC', edition: '9' },
  '254383006': { system: 'FIGO', edition: null },
  '106250008': { system: 'FIGO', edition: null },
  '106244003': { system: 'FIGO', edition: null },
  '106247005': { system: 'FIGO', edition: null },
  '254372002': { system: 'Ann Arbor', edition: null },
  '254373007': { system: 'Ann Arbor', edition: null },
  '254374001': { system: 'Ann Arbor', edition: null },
  '254375000': { system: 'Cotswolds', edition: null },
};
