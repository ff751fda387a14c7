import type { Me } from './me.ts';

/**
 * The rights that each page needs, as in the graph's `@requiresScopes`: all scopes of one of the sets. `page-documents.test.ts`
 * asks whether they open every field of the page's documents; a part that asks more stands behind `me.scopes.includes('…')`.
 */
export const pageRights = {
  '/clinical/patients': [['patient:read']],
  '/clinical/tasks': [['task:act', 'patient:read']],
  '/clinical/board': [['board:act', 'patient:read']],
  '/clinical/referrals': [['referral:act', 'patient:read']],
  '/clinical/quality': [['quality:read', 'patient:read']],
  '/clinical/literature': [['patient:read']],
  '/clinical/rules': [['patient:read']],
  '/clinical/screening': [['patient:read']],
  '/clinical/risk': [['patient:read']],
  '/follow-up/due': [['followup:read', 'patient:read']],
  '/follow-up/messages': [['message:send', 'patient:read']],
  '/follow-up/deaths': [['death:link']],
  '/data-centre/submissions': [['submission:read']],
  '/data-centre/tasks': [['task:act', 'audit:read']],
  '/data-centre/quality': [['quality:read', 'audit:read']],
  '/data-centre/upload': [['record:upload']],
  '/data-centre/mapping': [['record:upload']],
  '/data-centre/held': [['record:upload', 'audit:review']],
  '/data-centre/network': [['submission:read', 'audit:review']],
  '/data-centre/code-tables': [['code:map']],
  '/data-centre/stages': [['submission:read', 'audit:review', 'audit:read']],
  '/data-centre/institutions': [['submission:read']],
  '/data-centre/releases': [['release:build']],
  '/data-centre/registry-data': [['release:build']],
  '/data-centre/data-access': [['release:build']],
  '/data-centre/projects': [['release:build']],
  '/data-centre/exports': [['release:build']],
  '/data-centre/partners': [['release:build']],
  '/data-centre/clients': [['client:manage']],
  '/data-centre/jobs': [['job:manage']],
  '/data-centre/rules': [['rule:switch']],
  '/data-centre/evidence': [['rule:switch']],
  '/data-centre/literature': [['literature:write']],
  // After the pages beneath it, which have rights of their own.
  '/data-centre': [['submission:read', 'audit:review', 'release:build']],
  '/research/cohorts': [['research:read']],
  '/research/saved': [['research:read']],
  '/research/projects': [['research:read']],
  '/research/exports': [['research:read']],
  '/research/compare': [['research:read']],
  '/research/documents': [['research:read']],
  '/research/diseases': [['research:read']],
  '/research/studies': [['research:read']],
  '/research/dictionary': [['research:read'], ['release:build']],
  '/research/literature': [['research:read']],
  '/research/specimens': [['research:read']],
  '/biobank/containers': [['biobank:manage']],
  '/biobank/specimens': [['biobank:manage']],
  '/biobank/requests': [['biobank:manage']],
  '/biobank/alerts': [['biobank:manage']],
  '/management/overview': [['statistics:read']],
  '/management/explorer': [['statistics:read']],
  '/management/quality': [['statistics:read']],
  '/management/care': [['statistics:read']],
  '/management/survival': [['statistics:read']],
  '/management/trends': [['statistics:read']],
  '/management/projection': [['statistics:read']],
  '/management/burden': [['statistics:read']],
  '/management/screening': [['statistics:read']],
  '/management/report': [['statistics:read']],
  '/management/regions': [['statistics:read']],
  '/administration/accounts': [['account:manage']],
  '/administration/platform': [['platform:read']],
  '/administration/institutions': [['platform:read']],
  '/privacy/audit': [['audit:read']],
  '/privacy/unusual': [['audit:read']],
  '/privacy/reviews': [['audit:read']],
  '/privacy/persons': [['audit:review', 'audit:read']],
  '/privacy/matches': [['audit:review', 'audit:read', 'job:manage']],
  // Everybody's own.
  '/account/second-factor': [[]],
} as const satisfies Record<string, readonly (readonly string[])[]>;

export type PagePath = keyof typeof pageRights;

/** What an account may do. */
export type Rights = Pick<Me, 'scopes'>;

/** The right that machines have: an account that sends records is a hospital's system, and no person reads with it. */
const machine = 'record:write';

/** Whether the rights of an account open a page. */
export const opens = ({ scopes }: Rights, path: PagePath): boolean => {
  const sets: readonly (readonly string[])[] = pageRights[path];
  return (
    !scopes.includes(machine) && sets.some((set) => set.every((scope) => scopes.includes(scope)))
  );
};

const paths = Object.keys(pageRights) as PagePath[];

/** Whether an account may open an address; one that no page owns is for the router to refuse. */
export const mayOpen = (me: Rights, address: string): boolean => {
  const page = paths.find((path) => address === path || address.startsWith(`${path}/`));
  return page === undefined || opens(me, page);
};
