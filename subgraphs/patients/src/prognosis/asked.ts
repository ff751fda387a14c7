import { decodePair, type SubgraphContext } from '@nodp/graph';
import {
  type PrognosticStage,
  prognosisOf,
  prognosticStages,
  type Score,
  type ScoreInput,
} from '@nodp/oncology';
import { reportIds } from '../kinds/tumour/reports-of.ts';
import { tumourRow, tumourRows } from '../kinds/tumour/rows.ts';
import { inForce, listRules, type RuleWithSwitches } from '../rules/rule-rows.ts';
import { type EntryRow, enteredInputs, entryRows } from './entries.ts';
import { recordOf, type SentBiomarker } from './record-of.ts';

/** The scores of a tumour, with what was entered for them. */
export interface AskedPrognosis {
  readonly scores: readonly Score[];
  /** Empty where the clinical board has the stage tables switched off. */
  readonly stages: readonly PrognosticStage[];
  /** In the order of time. */
  readonly entries: readonly EntryRow[];
  /** The inputs whose entered value holds. */
  readonly entered: ReadonlySet<string>;
  readonly rules: ReadonlyMap<string, RuleWithSwitches>;
}

/** An input of a score, and whether the value used was entered. */
export type AskedInput = ScoreInput & { readonly entered: boolean };

interface Of {
  readonly patientId: string;
  readonly biomarkers: readonly SentBiomarker[];
}

/** The prognosis of one of a patient's primaries; null where the patient has no such primary. @throws BAD_USER_INPUT */
export const askPrognosis = async (
  { patientId, biomarkers }: Of,
  tumourId: string,
  context: SubgraphContext,
): Promise<AskedPrognosis | null> => {
  const key = decodePair('Tumour', tumourId);
  if (key.patientId !== patientId) return null;
  const tumour = await context.once(tumourRow).load(key);
  if (tumour === null || tumour.kind !== 'PRIMARY') return null;
  const [all, tumours, rules, on, record] = await Promise.all([
    context.once(entryRows).load(patientId),
    context.once(tumourRows).load(patientId),
    listRules(context),
    inForce(context),
    recordOf(tumour, biomarkers, context),
  ]);
  const reports = new Set(reportIds(key.id, tumours));
  // What was entered for one hospital's report is of the primary that another reports too.
  const entries = all.filter((entry) => reports.has(entry.tumourId));
  const entered = enteredInputs(entries);
  return {
    scores: prognosisOf(record, entered, on),
    stages: on.has('stage-group') ? prognosticStages(record) : [],
    entries,
    entered: new Set(Object.keys(entered)),
    rules: new Map(rules.map((rule) => [rule.rule.id, rule])),
  };
};
