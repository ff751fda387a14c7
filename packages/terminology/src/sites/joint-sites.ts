import type { Label } from '../label.ts';
import { SITE_GROUPS, type SiteGroupId } from './site-groups.ts';

/** Several site groups under one name, as cancer registries publish them. */
export interface JointSite {
  readonly id: string;
  readonly label: Label;
  readonly groups: readonly SiteGroupId[];
  /** Besides, neoplasms of a group that lie in these ICD-O-3 topographies. */
  readonly also: readonly {
    readonly siteGroup: SiteGroupId;
    readonly topographies: readonly string[];
  }[];
  /** Behaviours counted (ICD-O-3 digit). */
  readonly behaviours: readonly string[];
}

/**
 * All sites but C44: registers of skin cancer other than melanoma are incomplete everywhere (Cancer Incidence in Five
 * Continents). The central nervous system with benign and uncertain neoplasms, as registries register it since 2004
 * (ENCR; CBTRUS): meninges, brain, spinal cord and nerves, pituitary, craniopharyngeal duct and pineal gland.
 */
export const JOINT_SITES: readonly JointSite[] = [
  {
    id: 'all-but-skin',
    label: { en: 'All sites but skin (C44)', zh: '除皮肤（C44）外的全部部位' },
    groups: SITE_GROUPS.map(({ id }) => id).filter((id) => id !== 'other-skin'),
    also: [],
    behaviours: ['3'],
  },
  {
    id: 'nervous-system-with-benign',
    label: {
      en: 'Central nervous system, benign and uncertain too',
      zh: '中枢神经系统（含良性及动态未定）',
    },
    groups: ['brain'],
    also: [{ siteGroup: 'other-endocrine', topographies: ['C75.1', 'C75.2', 'C75.3'] }],
    behaviours: ['3', '1', '0'],
  },
];

const BY_ID = new Map(JOINT_SITES.map((site) => [site.id, site]));

/** The joint site of an id; null where there is none. */
export const jointSite = (id: string): JointSite | null => BY_ID.get(id) ?? null;

/** The joint sites that a case is of. */
export const jointSitesOf = (
  siteGroup: string,
  topography: string | null,
  behaviour: string | null,
): readonly JointSite[] =>
  JOINT_SITES.filter(
    ({ groups, also, behaviours }) =>
      behaviour !== null &&
      behaviours.includes(behaviour) &&
      ((groups as readonly string[]).includes(siteGroup) ||
        also.some(
          (part) =>
            part.siteGroup === siteGroup &&
            topography !== null &&
            part.topographies.includes(topography),
        )),
  );
