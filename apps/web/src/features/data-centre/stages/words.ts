/** How the rules of the stage check read in a list, and what the sender can do about each. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

interface RuleWords {
  readonly name: MessageDescriptor;
  readonly remedy: MessageDescriptor;
}

const stageAgain = msg`Compare the stage with the report and send it again under the same key`;
const missing = msg`Send what is missing, or the stage again under the same key`;

export const ruleWords: Readonly<Record<string, RuleWords>> = {
  'group-differs': { name: msg`Group is not that of the categories`, remedy: stageAgain },
  'categories-missing': { name: msg`Group without T or N`, remedy: missing },
  'category-does-not-exist': {
    name: msg`Category does not exist for the site`,
    remedy: stageAgain,
  },
  'edition-not-of-date': { name: msg`Edition not in force at diagnosis`, remedy: stageAgain },
  'size-contradicts-t': { name: msg`Size contradicts T`, remedy: stageAgain },
  'nodes-contradict-n': { name: msg`Number of nodes contradicts N`, remedy: stageAgain },
  'pathological-without-operation': { name: msg`Pathological without operation`, remedy: missing },
  'pathological-before-operation': {
    name: msg`Pathological before operation`,
    remedy: msg`Correct the date of the stage or of the operation`,
  },
  'post-treatment-without-treatment': {
    name: msg`After treatment, none recorded`,
    remedy: missing,
  },
  'm1-without-metastasis': { name: msg`M1 without metastasis`, remedy: missing },
  'metastasis-with-m0': { name: msg`Metastasis with M0`, remedy: stageAgain },
  'in-situ-with-spread': { name: msg`In situ with spread`, remedy: stageAgain },
  'behaviour-contradicts-t': {
    name: msg`Behaviour contradicts T`,
    remedy: msg`Correct the morphology of the tumour or the category`,
  },
  'm-read-as-m0': {
    name: msg`MX or pM0`,
    remedy: msg`Send cM0, or leave the category out: MX and pM0 do not exist since edition 7`,
  },
  'stages-disagree': {
    name: msg`Two stages disagree`,
    remedy: msg`Withdraw the stage that does not hold (entered in error)`,
  },
};
