import type { Names } from '../attributes/kind.ts';
import { numberText } from '../attributes/number-text.ts';
import type { ConceptSet } from '../schema/concept-set.ts';
import type { CohortExpression, EndStrategy } from '../schema/expression.ts';
import { criterionWords, groupWords } from './criteria.ts';
import { daysWords, limitWords, namesIn, takesAll } from './words.ts';

const observationWords = ({ PrimaryCriteria }: CohortExpression): string => {
  const { PriorDays, PostDays } = PrimaryCriteria.ObservationWindow;
  const days = [
    ...(PriorDays > 0 ? [`${numberText(PriorDays)} days before`] : []),
    ...(PostDays > 0 ? [`${numberText(PostDays)} days after`] : []),
  ];
  return days.length === 0 ? '' : ` with continuous observation of ${days.join(' and ')} event`;
};

const entrySection = (expression: CohortExpression, names: Names): string[] => {
  const { PrimaryCriteria, AdditionalCriteria, QualifiedLimit, InclusionRules } = expression;
  const { CriteriaList, PrimaryCriteriaLimit } = PrimaryCriteria;
  const around = { names, level: 0, index: 'cohort entry' };
  const may = InclusionRules.length > 0 || AdditionalCriteria !== undefined ? ' may' : '';
  return [
    '### Cohort Entry Events',
    ...(CriteriaList.length === 0
      ? []
      : [
          `People${observationWords(expression)}${may} enter the cohort when observing any of the following:`,
        ]),
    ...CriteriaList.map((criterion, i) => `${i + 1}. ${criterionWords(criterion, around)}`),
    ...(takesAll(PrimaryCriteriaLimit)
      ? []
      : [`Limit cohort entry events to the ${limitWords(PrimaryCriteriaLimit)} per person.`]),
    ...(AdditionalCriteria === undefined
      ? []
      : [`Restrict entry events to ${groupWords(AdditionalCriteria, around)}`]),
    ...(AdditionalCriteria !== undefined &&
    takesAll(PrimaryCriteriaLimit) &&
    !takesAll(QualifiedLimit)
      ? [`Limit these restricted entry events to the ${limitWords(QualifiedLimit)} per person.`]
      : []),
  ];
};

const inclusionSection = (expression: CohortExpression, names: Names): string[] => {
  const { PrimaryCriteria, AdditionalCriteria, QualifiedLimit, ExpressionLimit, InclusionRules } =
    expression;
  const around = { names, level: 0, index: 'cohort entry' };
  const open =
    takesAll(PrimaryCriteria.PrimaryCriteriaLimit) &&
    (AdditionalCriteria === undefined || takesAll(QualifiedLimit));
  return [
    ...(InclusionRules.length === 0 ? [] : ['### Inclusion Criteria']),
    ...InclusionRules.flatMap(({ name, description, expression: rule }, i) => [
      `#### ${i + 1}. ${name ?? 'Unnamed Rule'}${description === undefined ? '' : `: ${description}`}`,
      `Entry events ${groupWords(rule, around)}`,
    ]),
    ...(open && !takesAll(ExpressionLimit)
      ? [`Limit qualifying entry events to the ${limitWords(ExpressionLimit)} per person.`]
      : []),
  ];
};

const strategyWords = (strategy: EndStrategy | undefined, names: Names): string => {
  if (strategy === undefined)
    return 'The person exits the cohort at the end of continuous observation.';
  if ('DateOffset' in strategy) {
    const { DateField, Offset } = strategy.DateOffset;
    return `The cohort end date will be offset from index event's ${DateField === 'EndDate' ? 'end date' : 'start date'} plus ${daysWords(Offset)}.`;
  }
  const { DrugCodesetId, GapDays, Offset, DaysSupplyOverride } = strategy.CustomEra;
  const supply =
    DaysSupplyOverride === undefined
      ? 'using days supply and exposure end date for exposure duration.'
      : `forcing drug exposure days supply to: ${daysWords(DaysSupplyOverride)}.`;
  return `The cohort end date will be based on a continuous exposure to ${names.codeset(DrugCodesetId, '_invalid drug specified_')}:
allowing ${numberText(GapDays)} days between exposures, adding ${daysWords(Offset)} after exposure ends, and ${supply}`;
};

const exitSection = (expression: CohortExpression, names: Names): string[] => {
  const { EndStrategy, CensoringCriteria, CollapseSettings, CensorWindow } = expression;
  const around = { names, level: 0, index: 'cohort entry' };
  const censored = CensoringCriteria.map(
    (criterion, i) => `\n${i + 1}. ${criterionWords(criterion, around)}`,
  );
  const cut = [
    ...(CensorWindow.StartDate
      ? [`Left censor cohort start dates to ${CensorWindow.StartDate}.  `]
      : []),
    ...(CensorWindow.EndDate ? [`Right censor cohort end dates to ${CensorWindow.EndDate}`] : []),
  ];
  return [
    '### Cohort Exit',
    `${strategyWords(EndStrategy, names)}${censored.length === 0 ? '' : `\nThe person exits the cohort when encountering any of the following events:${censored.join('')}`}`,
    '### Cohort Eras',
    `Remaining events will be combined into cohort eras if they are within ${numberText(CollapseSettings.EraPad)} days of each other.`,
    ...(cut.length === 0 ? [] : [cut.join('\n')]),
  ];
};

/**
 * A definition in words, as Markdown: circe's print-friendly text.
 * After circe-be's templates `printfriendly/*.ftl` (Apache-2.0).
 */
export const printExpression = (expression: CohortExpression): string => {
  const names = namesIn(expression.ConceptSets);
  return `${[
    ...entrySection(expression, names),
    ...inclusionSection(expression, names),
    ...exitSection(expression, names),
  ].join('\n\n')}\n`;
};

const yes = (is: boolean): string => (is ? 'YES' : 'NO');

/** Concept sets as tables, in Markdown. */
export const printConceptSets = (sets: readonly ConceptSet[]): string =>
  sets
    .map(({ name, expression: { items } }) =>
      items.length === 0
        ? `### ${name}\nThere are no concept set items in this concept set.  \n`
        : [
            `### ${name}`,
            '|Concept ID|Concept Name|Code|Vocabulary|Excluded|Descendants|Mapped',
            '|:---|:---------------------------------------|:--|:-----|:--:|:--:|:--:|',
            ...items.map(
              ({ concept, isExcluded, includeDescendants, includeMapped }) =>
                `|${concept.CONCEPT_ID}|${concept.CONCEPT_NAME ?? ''}|${concept.CONCEPT_CODE ?? ''}|${concept.VOCABULARY_ID ?? ''}|${yes(isExcluded)}|${yes(includeDescendants)}|${yes(includeMapped)}|`,
            ),
            '',
          ].join('\n'),
    )
    .join('\n');
