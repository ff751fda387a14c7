import type { Label } from '@nodp/terminology';
import type { Field } from '../registry/fields.ts';
import { RISK_MODELS, type RiskModel } from './models.ts';

/** Fields that follow from others and are therefore not asked. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {
  current_smoker: ['smoking'],
  quit_years: ['smoking', 'years_since_quit'],
};

/** An input of the form: asked once, for every model that declares a field of its name. */
export interface RiskInput {
  readonly id: string;
  readonly field: Field;
  /** Values of a choice, each once, as files of the rules write them. */
  readonly choices: readonly { readonly value: string; readonly label: Label }[];
  /** The rules that ask it. */
  readonly models: readonly string[];
}

const label = (en: string, zh: string): Label => ({ en, zh });

/** Words of the values of choices. */
const WORDS: Readonly<Record<string, Label>> = {
  never: label('never smoked', '从不吸烟'),
  former: label('stopped smoking', '已戒烟'),
  current: label('smokes', '现吸烟'),
  none: label('none', '无'),
  under60: label('yes, before 60 years', '有，发病早于60岁'),
  '60plus': label('yes, at 60 years or later', '有，发病于60岁及以上'),
  yes: label('yes', '是'),
  no: label('no', '否'),
  unknown: label('not known', '不详'),
  white: label('White', '白人'),
  black: label('Black', '黑人'),
  hispanic: label('Hispanic', '西班牙裔'),
  asian: label('Asian', '亚裔'),
  nh_pi: label('Hawaiian or Pacific Islander', '夏威夷或太平洋岛民'),
  ai_an: label('American Indian or Alaska Native', '美洲印第安人或阿拉斯加原住民'),
  'hispanic-us': label('Hispanic, born in the United States', '西班牙裔（美国出生）'),
  'hispanic-foreign': label('Hispanic, born elsewhere', '西班牙裔（外国出生）'),
  other: label('other', '其他'),
  chinese: label('Chinese', '华裔'),
  japanese: label('Japanese', '日裔'),
  filipino: label('Filipino', '菲律宾裔'),
  hawaiian: label('Hawaiian', '夏威夷裔'),
  'other-pacific': label('other Pacific Islander', '其他太平洋岛民'),
  'other-asian': label('other Asian', '其他亚裔'),
};

/** The values of a choice, each once. */
export const valuesOf = (field: Field): readonly string[] => [
  ...new Set(Object.values(field.values ?? {})),
];

/** The fields of a model's rule that are asked of one person. */
export const fieldsOf = ({ rule, leftOut }: RiskModel): readonly (readonly [string, Field])[] =>
  Object.entries(rule.fields).filter(([name]) => leftOut?.includes(name) !== true);

/** The inputs that fill a field: itself, or those that it follows from. */
const filling = (name: string): readonly string[] => FOLLOWS[name] ?? [name];

/** The inputs of a model, in the order of its fields. */
export const inputsOf = (model: RiskModel): readonly string[] => [
  ...new Set([
    ...fieldsOf(model).flatMap(([name]) => filling(name)),
    ...(model.readsAbsent ?? []),
    ...(model.womenAlone ? ['male'] : []),
  ]),
];

const DECLARED = new Map<string, Field[]>();
for (const model of RISK_MODELS)
  for (const [name, field] of fieldsOf(model))
    DECLARED.set(name, [...(DECLARED.get(name) ?? []), field]);

/** Of fields with one name the one that says most; each rule keeps its own limits when it reads. */
const oneOf = (fields: readonly Field[]): Field => {
  const [most] = fields.toSorted((a, b) => b.label.en.length - a.label.en.length);
  if (most === undefined) throw new Error('An input that no rule declares.');
  return {
    ...most,
    ...(most.kind === 'number' && {
      min: Math.min(...fields.map(({ min }) => min ?? 0)),
      max: Math.max(...fields.map(({ max }) => max ?? 0)),
    }),
  };
};

/** Every input of the form, in the order in which the models ask. */
export const RISK_INPUTS: readonly RiskInput[] = [
  ...new Set(['age', 'male', 'smoking', ...RISK_MODELS.flatMap(inputsOf)]),
].map((id) => {
  const field = oneOf(DECLARED.get(id) ?? []);
  return {
    id,
    field,
    choices: valuesOf(field).map((value) => ({
      value,
      label: WORDS[value] ?? label(value, value),
    })),
    models: RISK_MODELS.filter((model) => inputsOf(model).includes(id)).map(({ rule }) => rule.id),
  };
});

export const riskInputOf = (id: string): RiskInput | null =>
  RISK_INPUTS.find((input) => input.id === id) ?? null;
