/** How the rules of the stage check read in a list, and what the sender can do about each. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

interface RuleWords {
  readonly name: MessageDescriptor;
  readonly mend: MessageDescriptor;
}

const stageAgain = msg`Compare the stage with the report and send it again under the same key`;
const missing = msg`Send what is missing, or the stage again under the same key`;

export const ruleWords: Readonly<Record<string, RuleWords>> = {
  'group-differs': { name: msg`Group is not that of the categories`, mend: stageAgain },
  'categories-missing': { name: msg`Group without T or N`, mend: missing },
  'category-does-not-exist': { name: msg`Category does not exist for the site`, mend: stageAgain },
  'edition-not-of-date': { name: msg`Edition not in force at diagnosis`, mend: stageAgain },
  'size-contradicts-t': { name: msg`Size contradicts T`, mend: stageAgain },
  'nodes-contradict-n': { name: msg`Number of nodes contradicts N`, mend: stageAgain },
  'pathological-without-operation': { name: msg`Pathological without operation`, mend: missing },
  'pathological-before-operation': {
    name: msg`Pathological before operation`,
    mend: msg`Correct the date of the stage or of the operation`,
  },
  'post-treatment-without-treatment': { name: msg`After treatment, none recorded`, mend: missing },
  'm1-without-metastasis': { name: msg`M1 without metastasis`, mend: missing },
  'metastasis-with-m0': { name: msg`Metastasis with M0`, mend: stageAgain },
  'in-situ-with-spread': { name: msg`In situ with spread`, mend: stageAgain },
  'behaviour-contradicts-t': {
    name: msg`Behaviour contradicts T`,
    mend: msg`Correct the morphology of the tumour or the category`,
  },
  'm-read-as-m0': {
    name: msg`MX or pM0`,
    mend: msg`Send cM0, or leave the category out: MX and pM0 do not exist since edition 7`,
  },
  'stages-disagree': {
    name: msg`Two stages disagree`,
    mend: msg`Withdraw the stage that does not hold (entered in error)`,
  },
};
