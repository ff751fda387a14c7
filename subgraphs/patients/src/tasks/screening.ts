import {
  type PartialDate,
  SCREENING_COURSE,
  type ScreeningStanding,
  screeningOf,
  storedDate,
} from '@nodp/oncology';
import type { TaskFacts } from './facts.ts';
import type { Asked } from './kind.ts';

/** A standing as `followup.store_screening` takes it. */
export interface StoredStanding extends ScreeningStanding {
  readonly institutionId: string;
  readonly ruleVersion: number;
}

const dated = (on: string | null, precision: PartialDate['precision'] | null): PartialDate | null =>
  storedDate(on, precision);

/** Where a patient stands in screening programmes; nothing while the clinical board has the rule out of force. */
export const standingsOf = (
  { screening, tumours, diedOn, dead }: TaskFacts,
  { today, rules }: Asked,
): readonly ScreeningStanding[] =>
  screening.length === 0 || !rules.has(SCREENING_COURSE.id)
    ? []
    : screeningOf(
        screening.map((round) => ({
          ...{ programme: round.programme, test: round.test, result: round.result },
          invited: dated(round.invitedOn, round.invitedPrecision),
          declined: dated(round.declinedOn, round.declinedPrecision),
          tested: dated(round.testedOn, round.testedPrecision),
        })),
        tumours.map(({ siteGroup, behaviour, broadStage, on, precision }) => ({
          ...{ siteGroup, behaviour, broadStage },
          diagnosed: dated(on, precision),
        })),
        dead ? (diedOn ?? today) : null,
        today,
      );

/** Standings for each institution that recorded a round of the programme and cares for the patient. */
export const storedStandings = (facts: TaskFacts, asked: Asked): readonly StoredStanding[] =>
  standingsOf(facts, asked).flatMap((standing) =>
    [
      ...new Set(
        facts.screening
          .filter(({ programme }) => programme === standing.programme)
          .map(({ institutionId }) => institutionId),
      ),
    ]
      .filter((institutionId) => facts.care.includes(institutionId))
      .map((institutionId) => ({
        ...standing,
        institutionId,
        ruleVersion: SCREENING_COURSE.version,
      })),
  );
