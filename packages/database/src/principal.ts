/** What a person or system signed in may do. */
export const roles = [
  'CLINICIAN',
  'DATA_MANAGER',
  'FOLLOWUP_COORDINATOR',
  'RESEARCHER',
  'POLICYMAKER',
  'ADMINISTRATOR',
  'SYSTEM',
  'PRIVACY_OFFICER',
  'BIOBANK_MANAGER',
] as const;
export type Role = (typeof roles)[number];

/** Rights named in the graph's access rules and in the database's row-level security. */
export type Scope =
  | 'patient:read'
  | 'followup:read'
  | 'record:write'
  /** Reads its institution's own records as FHIR. */
  | 'fhir:read'
  /** Sends files of rows for the own institution, by the upload page. */
  | 'record:upload'
  | 'submission:read'
  /** Says what an institution's own codes mean. */
  | 'code:map'
  | 'literature:write'
  | 'research:read'
  | 'release:build'
  | 'statistics:read'
  | 'platform:read'
  | 'job:manage'
  /** Accounts kept here: who has one, with which role, and whether it is open. */
  | 'account:manage'
  /** Makes and revokes the keys of an institution's programs. */
  | 'client:manage'
  | 'audit:read'
  /** Of one patient outside the institution's care, with a reason, for hours. */
  | 'patient:emergency'
  /** Reviews break-glass and accesses to restricted patients, and marks patients restricted. */
  | 'audit:review'
  /** Enters what a score asks and the record does not hold. */
  | 'score:enter'
  /** Enters lesions as they were measured. */
  | 'lesion:enter'
  /** Tries clinical rules and, of national accounts, switches them on and off for the clinical board. */
  | 'rule:switch'
  /** Closes an alert of a recurrence or of a symptom. */
  | 'alert:act'
  /** Works at the worklist of its role at its institution. */
  | 'task:act'
  /** Enters what came of follow-up contacts, as records of the institution. */
  | 'contact:enter'
  /** Links a register of deaths, as records of the institution. */
  | 'death:link'
  /** Enters rounds of screening, as records of the institution. */
  | 'screening:enter'
  /** Reads the quality indicators of its institution, and of whom they fall short. */
  | 'quality:read'
  /** Puts patients before the tumour board of its institution, records what it decides and what became of that. */
  | 'board:act'
  /** Refers patients of its institution to others, and accepts and answers referrals to it. */
  | 'referral:act'
  /** Keeps templates of letters and text messages of its institution, and sends them to patients in care. */
  | 'message:send'
  /** Asks patients in care for their symptoms, by a link. */
  | 'symptom:ask'
  /** Runs the biobank of its institution: donors by code, specimens, storage, consents, requests. */
  | 'biobank:manage';

/** The rights that come with a role. A right is given nowhere else. */
export const scopesOf: Readonly<Record<Role, readonly Scope[]>> = {
  CLINICIAN: [
    'patient:read',
    'patient:emergency',
    'score:enter',
    'lesion:enter',
    'alert:act',
    'task:act',
    'board:act',
    'referral:act',
    'symptom:ask',
    'screening:enter',
    'quality:read',
    'statistics:read',
  ],
  DATA_MANAGER: [
    'record:upload',
    'submission:read',
    'code:map',
    'literature:write',
    'release:build',
    'statistics:read',
    'job:manage',
    'audit:read',
    'audit:review',
    'rule:switch',
    'client:manage',
    'death:link',
    'task:act',
    'quality:read',
  ],
  FOLLOWUP_COORDINATOR: [
    'patient:read',
    'followup:read',
    'contact:enter',
    'message:send',
    'screening:enter',
    'death:link',
    'task:act',
    'symptom:ask',
  ],
  RESEARCHER: ['research:read', 'statistics:read'],
  POLICYMAKER: ['statistics:read'],
  ADMINISTRATOR: ['platform:read', 'job:manage', 'account:manage', 'client:manage'],
  SYSTEM: ['patient:read', 'record:write', 'submission:read', 'fhir:read'],
  PRIVACY_OFFICER: ['audit:read'],
  BIOBANK_MANAGER: ['biobank:manage'],
};

/** What a program signed in as a client of an institution was given of its role's rights. */
export interface Grant {
  /** Types of FHIR that it reads; `*` for all. */
  readonly reads: readonly string[];
  /** Whether it sends records. */
  readonly writes: boolean;
}

/** Who acts: the subject of every access rule. */
export interface Principal {
  readonly accountId: string;
  readonly name: { readonly en: string; readonly zh: string };
  readonly role: Role;
  /** Of a person who acts for the institution's system (`forSystem`): the role that the access audit records. */
  readonly ownRole?: Role;
  /** Null for national accounts, which see no identified row. */
  readonly institutionId: string | null;
  /** Left out of accounts, which have every right of their role. */
  readonly grant?: Grant;
  /** SHA-256 (hex) of the token of a patient's link: row-level security shows the questionnaire that has it. */
  readonly link?: string;
}

/** A grant takes rights away and gives none: what is not named here no client has. */
const grantedScopes = ({ reads, writes }: Grant): readonly string[] => [
  ...(reads.length > 0 ? ['patient:read', 'fhir:read'] : []),
  ...(writes ? ['record:write', 'submission:read'] : []),
];

export const hasScope = (principal: Principal, scope: string): boolean =>
  (scopesOf[principal.role] as readonly string[]).includes(scope) &&
  (principal.grant === undefined || grantedScopes(principal.grant).includes(scope));

/** Lets a person write for the institution's system; the access audit goes on recording the person and the own role. */
export const forSystem = <P extends Pick<Principal, 'role' | 'ownRole'>>(person: P) => ({
  ...person,
  role: 'SYSTEM' as const,
  ownRole: person.ownRole ?? person.role,
});
