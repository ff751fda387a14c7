import type { Shown } from '@nodp/database/tables';
import type { SubgraphContext } from '@nodp/graph';
import { isProstateSite, radiationDoses } from '@nodp/oncology';
import type { BiologicalDose } from '../generated/resolvers.ts';
import type { radiotherapyVolume } from '../kinds/radiotherapy-volume/table.ts';
import { confirmedRules, inForce } from '../rules/rule-rows.ts';
import { citedRule } from '../surveillance/cited-rule.ts';

const RULE = 'bed-eqd2';

type Volume = Pick<
  Shown<typeof radiotherapyVolume>,
  | 'deliveredCentigray'
  | 'fractionsDelivered'
  | 'fractionsPerDay'
  | 'label'
  | 'siteCode'
  | 'siteDisplay'
>;

/** BED and EQD2 of what was delivered to a volume; null where the board has the rule not in force. */
export const biologicalDoseOf = async (
  volume: Volume,
  context: SubgraphContext,
): Promise<BiologicalDose | null> => {
  if (!(await inForce(context)).has(RULE)) return null;
  const rule = citedRule(RULE, null, await confirmedRules(context));
  if (rule === null) throw new Error(`There is no rule ${RULE}.`);
  const { deliveredCentigray, fractionsDelivered: fractions, fractionsPerDay } = volume;
  // Doses and numbers that the rule would refuse are no dose.
  const gray = deliveredCentigray === null ? 0 : deliveredCentigray / 100;
  const each = fractions === null || fractions < 1 ? 0 : gray / fractions;
  if (fractions === null || fractions > 200 || each < 0.1 || each > 100)
    return { rule, grayPerFraction: null, tissues: [] };
  const perDay = fractionsPerDay === null || fractionsPerDay > 4 ? null : fractionsPerDay;
  return {
    rule,
    grayPerFraction: each,
    tissues: radiationDoses({
      gray,
      fractions,
      fractionsPerDay: perDay,
      // A volume in the pelvis may be called after the prostate.
      prostate: isProstateSite(
        volume.siteCode,
        `${volume.siteDisplay ?? ''} ${volume.label ?? ''}`,
      ),
    }).map((dose) => ({ ...dose, explanation: [...dose.explanation] })),
  };
};
