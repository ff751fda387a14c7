import type { Label } from '@nodp/terminology';

export type RiskValue = number | string | boolean;
export type RiskValues = Readonly<Record<string, RiskValue>>;

/** Values with what follows from them, and why they cannot be of one person; null where they can. */
export interface Followed {
  readonly values: RiskValues;
  /** What was not said and follows, with from what. */
  readonly followed: Readonly<Record<string, Label>>;
  readonly contradiction: Label | null;
}

const amount = (value: RiskValue | undefined): number | null =>
  typeof value === 'number' ? value : null;

const contradictionIn = (given: RiskValues): Label | null => {
  const age = amount(given.age);
  const smoked = amount(given.smoke_years);
  const quit = amount(given.years_since_quit);
  const never = given.smoking === 'never';
  if (never && (['cpd', 'smoke_years', 'pack_years'] as const).some((id) => Number(given[id]) > 0))
    return {
      en: 'Who never smoked has no cigarettes, years or pack-years of smoking.',
      zh: '从不吸烟者不应有吸烟支数、年数或包年。',
    };
  if (never && quit !== null && quit > 0)
    return { en: 'Who never smoked has not quit.', zh: '从不吸烟者不应有戒烟年数。' };
  if (given.biopsies === 0 && (given.atypical_hyperplasia ?? 'unknown') !== 'unknown')
    return { en: 'Hyperplasia without a biopsy cannot be.', zh: '无活检而有增生结果，不可能。' };
  if (given.smoking === 'current' && quit !== null && quit > 0)
    return { en: 'Who smokes has not quit.', zh: '现吸烟者不应有戒烟年数。' };
  if (age !== null && (smoked ?? 0) + (quit ?? 0) > age)
    return {
      en: 'More years of smoking and since quitting than the age given.',
      zh: '吸烟年数与戒烟年数之和大于年龄。',
    };
  return null;
};

/**
 * What follows from what is said, so that nothing is asked twice: cigarettes × years make pack-years (20 cigarettes a pack);
 * who never smoked has none; a relative's age at lung cancer says that there is one. Nothing is guessed.
 */
export const follow = (given: RiskValues): Followed => {
  const values: Record<string, RiskValue> = { ...given };
  const followed: Record<string, Label> = {};
  const say = (id: string, value: RiskValue, en: string, zh: string): void => {
    if (values[id] !== undefined) return;
    values[id] = value;
    followed[id] = { en, zh };
  };
  const { smoking } = given;
  if (smoking !== undefined)
    say('current_smoker', smoking === 'current', 'from smoking', '由吸烟状况得出');
  if (smoking === 'never')
    for (const id of ['cpd', 'smoke_years', 'pack_years', 'quit_years'])
      say(id, 0, 'from smoking: never', '由吸烟状况得出：从不吸烟');
  if (smoking === 'current') say('quit_years', 0, 'from smoking: smokes', '由吸烟状况得出：现吸烟');
  const quit = amount(given.years_since_quit);
  if (quit !== null) say('quit_years', quit, 'from the years since quitting', '由戒烟年数得出');
  const [cpd, years] = [amount(values.cpd), amount(values.smoke_years)];
  if (cpd !== null && years !== null)
    say(
      'pack_years',
      (cpd / 20) * years,
      'from cigarettes a day and years',
      '由每日支数与年数得出',
    );
  const relative = given.relative_lung_cancer;
  if (relative !== undefined)
    say(
      'first_degree_lung',
      relative !== 'none',
      'from the relative’s age at lung cancer',
      '由亲属肺癌发病年龄得出',
    );
  if (values.first_degree_lung === true)
    say('family_lung_cancer', true, 'from the first-degree relative', '由一级亲属得出');
  return { values, followed, contradiction: contradictionIn(values) };
};
