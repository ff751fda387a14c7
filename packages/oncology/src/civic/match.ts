import { remembered } from '@nodp/terminology/remembered';
import { alterationOf } from './alteration.ts';
import type { AtomTier } from './atom.ts';
import { type Relation, relationOf } from './diseases.ts';
import type { EvidenceItem } from './evidence.ts';
import { type Found, judge } from './judge.ts';
import { profileOf } from './profile.ts';

/** What is known of the patient. */
export interface Tested {
  /** DOIDs of the patient's cancer. */
  readonly diseases: readonly string[];
  /** `EGFR L858R`, `EML4::ALK Fusion`. */
  readonly alterations: readonly string[];
  /** Genes known to be wild type, and alterations that were searched for and not found. */
  readonly absent: readonly string[];
  /** Genes whose sequence was read. */
  readonly tested: readonly string[];
}

export interface Match {
  readonly item: EvidenceItem;
  readonly tier: AtomTier;
  readonly relation: Relation;
  /** The alterations by which the profile holds. */
  readonly by: readonly string[];
}

/** An item that would hold if what was not tested were known. */
export interface Undecided {
  readonly item: EvidenceItem;
  readonly relation: Relation;
  readonly open: readonly string[];
}

const parsed = remembered(profileOf, 20_000);

export const foundOf = ({ alterations, absent, tested }: Omit<Tested, 'diseases'>): Found => ({
  alterations: alterations.map(alterationOf),
  absent: absent.map(alterationOf),
  tested: new Set(tested.map((gene) => gene.trim().toUpperCase())),
});

/** Whether one of the alterations is of a gene that the profile names: else the item has nothing to do with the patient. */
const concerns = (profile: string, genes: ReadonlySet<string>): boolean =>
  profile
    .toUpperCase()
    .split(/[\s:()]+/)
    .some((word) => genes.has(word));

/**
 * The evidence that holds of the patient, by item, and what cannot be decided. Items are ordered by number; nothing is summed.
 */
export const matchEvidence = (
  items: readonly EvidenceItem[],
  patient: Tested,
): { readonly matches: readonly Match[]; readonly undecided: readonly Undecided[] } => {
  const found = foundOf(patient);
  const genes = new Set(
    [...found.alterations, ...found.absent]
      .flatMap(({ gene, partner }) => [gene, partner])
      .filter((gene) => gene !== null),
  );
  for (const gene of found.tested) genes.add(gene);
  const altered = new Set(
    found.alterations.flatMap(({ gene, partner }) => [gene, partner ?? gene]),
  );
  const matches: Match[] = [];
  const undecided: Undecided[] = [];
  for (const item of items) {
    if (!concerns(item.profile, genes)) continue;
    const profile = parsed(item.profile);
    if (profile === null) continue;
    const judged = judge(profile, found);
    if (judged.holds === true)
      matches.push({
        item,
        tier: judged.tier,
        relation: relationOf(patient.diseases, { doid: item.doid, name: item.disease }),
        by: [...new Set(judged.by)],
      });
    // A part holds, and another was not tested.
    else if (judged.holds === null && profile.kind === 'and' && concerns(item.profile, altered)) {
      const holds = profile.of.some((part) => judge(part, found).holds === true);
      const relation = relationOf(patient.diseases, { doid: item.doid, name: item.disease });
      if (holds && (relation === 'same' || relation === 'broader'))
        undecided.push({ item, relation, open: judged.open });
    }
  }
  return { matches, undecided };
};
