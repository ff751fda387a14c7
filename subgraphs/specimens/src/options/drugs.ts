import type { EvidenceItem, Match } from '@nodp/oncology';

/** What the evidence says of one drug, or of drugs given together or in turn. */
export interface DrugEvidence {
  readonly drugs: readonly string[];
  readonly interaction: 'Combination' | 'Sequential' | null;
  readonly contradicting: boolean;
  readonly items: readonly Match[];
}

/** Drugs that stand for each other are read one by one; drugs of a combination as one. */
const groupsOf = ({ therapies, interaction }: EvidenceItem): (readonly string[])[] =>
  interaction === 'Combination' || interaction === 'Sequential'
    ? [interaction === 'Combination' ? therapies.toSorted() : therapies]
    : therapies.map((drug) => [drug]);

const RELATIONS: readonly string[] = ['same', 'broader', 'narrower', 'any-cancer', 'other'];
const TIERS: readonly string[] = ['exact', 'category', 'class'];
const CLOSE: ReadonlySet<string> = new Set(['same', 'broader']);

/** Whether an item says that the drug works: for, against, or something else. */
const saysOf = ({ direction, significance }: EvidenceItem): 'for' | 'against' | null => {
  const supports = direction === 'Supports';
  if (significance === 'Sensitivity/Response') return supports ? 'for' : 'against';
  if (significance === 'Resistance' || significance === 'Reduced Sensitivity')
    // That it is not resistant is contrary to that it is.
    return supports ? 'against' : 'for';
  return null;
};

const isResistance = ({ item }: Match): boolean =>
  item.direction === 'Supports' && /^(Resistance|Reduced Sensitivity)$/.test(item.significance);

/** The patient's own disease and those it is a kind of; those that it may be; others. */
const nearness = ({ relation }: Match): number =>
  CLOSE.has(relation) ? 0 : relation === 'other' ? 2 : 1;

/** Nearest diseases first, of those resistance before the rest, then the disease, the closest match, and CIViC's letter. */
const order = (a: Match, b: Match): number =>
  nearness(a) - nearness(b) ||
  Number(isResistance(b)) - Number(isResistance(a)) ||
  RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
  TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier) ||
  a.item.level.localeCompare(b.item.level) ||
  a.item.id - b.item.id;

/** What holds of the patient by drug, drugs with resistance in the patient's own disease first. Nothing is summed. */
export const byDrug = (matches: readonly Match[]): DrugEvidence[] => {
  const groups = new Map<
    string,
    { drugs: readonly string[]; interaction: DrugEvidence['interaction']; items: Match[] }
  >();
  for (const match of matches) {
    for (const drugs of groupsOf(match.item)) {
      const interaction =
        drugs.length > 1 && match.item.interaction !== 'Substitutes'
          ? match.item.interaction
          : null;
      const key = `${interaction ?? ''} ${drugs.join(' + ').toLowerCase()}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { drugs, interaction, items: [match] });
      else group.items.push(match);
    }
  }
  const rank = ({ items: [first] }: DrugEvidence): readonly [number, number, number, string] => [
    RELATIONS.indexOf(first?.relation ?? 'other'),
    first !== undefined && isResistance(first) ? 0 : 1,
    TIERS.indexOf(first?.tier ?? 'class'),
    first?.item.level ?? 'E',
  ];
  return [...groups.values()]
    .map(({ drugs, interaction, items }): DrugEvidence => {
      const says = new Set(
        items.filter(({ relation }) => CLOSE.has(relation)).map(({ item }) => saysOf(item)),
      );
      return {
        drugs,
        interaction,
        items: items.toSorted(order),
        contradicting: says.has('for') && says.has('against'),
      };
    })
    .toSorted((a, b) => {
      const [x, y] = [rank(a), rank(b)];
      return (
        x[0] - y[0] ||
        x[1] - y[1] ||
        x[2] - y[2] ||
        x[3].localeCompare(y[3]) ||
        a.drugs.join().localeCompare(b.drugs.join())
      );
    });
};
