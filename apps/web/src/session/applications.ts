/**
 * The applications, their pages, and the rights that each page needs. The shell shows the pages that the rights of the
 * account (`Me.scopes`) open, and the router refuses the others; the graph refuses on its own account whatever it is asked.
 */

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import type { PageIcons } from './icons/icons.ts';
import { opens, type PagePath, type Rights } from './page-rights.ts';

/** A page that navigation shows. */
export type Page = { path: PagePath; name: MessageDescriptor };
/** A group of pages for one kind of work. */
export type Application = {
  name: MessageDescriptor;
  /** Fetched for who has the application: those of all of them weigh 6 kB on the way to the first page. */
  icons: () => Promise<{ readonly icons: PageIcons }>;
  pages: Page[];
};

const page = (path: PagePath, name: MessageDescriptor): Page => ({ path, name });

const applications: Application[] = [
  {
    name: msg`Clinical`,
    icons: () => import('./icons/clinical.ts'),
    pages: [
      page('/clinical/patients', msg`Patients`),
      page('/clinical/tasks', msg`Tasks`),
      page('/clinical/board', msg`Tumour board`),
      page('/clinical/referrals', msg`Referrals`),
      page('/clinical/quality', msg`Quality indicators`),
      page('/clinical/literature', msg`Literature`),
      page('/clinical/rules', msg`Clinical rules`),
      page('/clinical/screening', msg`Screening`),
      page('/clinical/risk', msg`Risk of cancer`),
    ],
  },
  {
    name: msg`Follow-up`,
    icons: () => import('./icons/follow-up.ts'),
    pages: [
      page('/follow-up/due', msg`Contacts due`),
      page('/follow-up/messages', msg`Letters and text messages`),
      page('/follow-up/deaths', msg`Register of deaths`),
    ],
  },
  {
    name: msg`Data centre`,
    icons: () => import('./icons/data-centre.ts'),
    pages: [
      page('/data-centre', msg`The data centre`),
      page('/data-centre/submissions', msg`Submissions`),
      page('/data-centre/tasks', msg`Tasks`),
      page('/data-centre/quality', msg`Quality indicators`),
      page('/data-centre/upload', msg`Upload`),
      page('/data-centre/mapping', msg`Mapping`),
      page('/data-centre/held', msg`Held records`),
      page('/data-centre/network', msg`Network`),
      page('/data-centre/code-tables', msg`Code tables`),
      page('/data-centre/stages', msg`Stage contradictions`),
      page('/data-centre/institutions', msg`Institutions`),
      page('/data-centre/releases', msg`Releases`),
      page('/data-centre/registry-data', msg`Registry data`),
      page('/data-centre/data-access', msg`Data access`),
      page('/data-centre/projects', msg`Projects`),
      page('/data-centre/exports', msg`Register of exports`),
      page('/data-centre/partners', msg`Partner studies`),
      page('/data-centre/clients', msg`Data services`),
      page('/data-centre/jobs', msg`Jobs`),
      page('/data-centre/rules', msg`Clinical rules`),
      page('/data-centre/evidence', msg`Evidence sets`),
      page('/data-centre/literature', msg`Literature`),
    ],
  },
  {
    name: msg`Research`,
    icons: () => import('./icons/research.ts'),
    pages: [
      page('/research/cohorts', msg`Cohorts`),
      page('/research/saved', msg`Saved cohorts`),
      page('/research/projects', msg`Projects`),
      page('/research/exports', msg`Register of exports`),
      page('/research/compare', msg`Comparison`),
      page('/research/documents', msg`Study documents`),
      page('/research/diseases', msg`Single-disease data sets`),
      page('/research/studies', msg`Studies from outside`),
      page('/research/dictionary', msg`Data dictionary`),
      page('/research/specimens', msg`Specimens`),
      page('/research/literature', msg`Literature`),
    ],
  },
  {
    name: msg`Biobank`,
    icons: () => import('./icons/biobank.ts'),
    pages: [
      page('/biobank/containers', msg`Storage`),
      page('/biobank/specimens', msg`Banked specimens`),
      page('/biobank/requests', msg`Specimen requests`),
      page('/biobank/alerts', msg`Custody alerts`),
    ],
  },
  {
    name: msg`Management`,
    icons: () => import('./icons/management.ts'),
    pages: [
      page('/management/overview', msg`National overview`),
      page('/management/explorer', msg`Explorer`),
      page('/management/quality', msg`Quality`),
      page('/management/care', msg`Quality of care`),
      page('/management/survival', msg`Survival`),
      page('/management/trends', msg`Trends`),
      page('/management/projection', msg`Projection`),
      page('/management/burden', msg`Burden`),
      page('/management/screening', msg`Screening`),
      page('/management/report', msg`Report`),
      page('/management/regions', msg`Regions`),
    ],
  },
  {
    name: msg`Privacy`,
    icons: () => import('./icons/privacy.ts'),
    pages: [
      page('/privacy/audit', msg`Access audit`),
      page('/privacy/unusual', msg`Unusual access`),
      page('/privacy/reviews', msg`Access reviews`),
      page('/privacy/persons', msg`Joined persons`),
      page('/privacy/matches', msg`Same person?`),
    ],
  },
  {
    name: msg`Administration`,
    icons: () => import('./icons/administration.ts'),
    pages: [
      page('/administration/accounts', msg`Accounts`),
      page('/administration/platform', msg`Platform`),
      page('/administration/institutions', msg`Institutions`),
    ],
  },
];

/** The applications of an account, each with the pages that its rights open. */
export const applicationsOf = (me: Rights): Application[] =>
  applications
    .map((a) => ({ ...a, pages: a.pages.filter((page) => opens(me, page.path)) }))
    .filter((a) => a.pages.length > 0);

/** The first page of an account; null where its rights open none. */
export const homeOf = (me: Rights): string | null => applicationsOf(me)[0]?.pages[0]?.path ?? null;
