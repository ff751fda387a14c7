/**
 * The applications, their pages, and whose they are. The shell shows what is listed for a role and
 * the router lets in nothing else; the graph refuses on its own account whatever it is asked.
 */

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  mdiAccountGroupOutline,
  mdiAccountHeartOutline,
  mdiArchiveLockOutline,
  mdiBookOpenPageVariantOutline,
  mdiCalendarClockOutline,
  mdiChartBoxOutline,
  mdiDatabaseImportOutline,
  mdiHospitalBuilding,
  mdiMapOutline,
  mdiTableColumn,
} from '@mdi/js';
import type { Role } from '../graph/generated/graphql.ts';

/** A page that navigation shows. */
export type Page = { path: string; name: MessageDescriptor; icon: string; roles: Role[] };
/** A group of pages for one kind of work. */
export type Application = { name: MessageDescriptor; pages: Page[] };

const applications: Application[] = [
  {
    name: msg`Clinical`,
    pages: [
      {
        path: '/clinical/patients',
        name: msg`Patients`,
        icon: mdiAccountHeartOutline,
        roles: ['CLINICIAN', 'FOLLOWUP_COORDINATOR'],
      },
      {
        path: '/clinical/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        roles: ['CLINICIAN'],
      },
    ],
  },
  {
    name: msg`Follow-up`,
    pages: [
      {
        path: '/follow-up/due',
        name: msg`Contacts due`,
        icon: mdiCalendarClockOutline,
        roles: ['FOLLOWUP_COORDINATOR'],
      },
    ],
  },
  {
    name: msg`Data centre`,
    pages: [
      {
        path: '/data-centre/submissions',
        name: msg`Submissions`,
        icon: mdiDatabaseImportOutline,
        roles: ['DATA_MANAGER'],
      },
      {
        path: '/data-centre/institutions',
        name: msg`Institutions`,
        icon: mdiHospitalBuilding,
        roles: ['DATA_MANAGER'],
      },
      {
        path: '/data-centre/releases',
        name: msg`Releases`,
        icon: mdiArchiveLockOutline,
        roles: ['DATA_MANAGER'],
      },
      {
        path: '/data-centre/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        roles: ['DATA_MANAGER'],
      },
    ],
  },
  {
    name: msg`Research`,
    pages: [
      {
        path: '/research/cohorts',
        name: msg`Cohorts`,
        icon: mdiAccountGroupOutline,
        roles: ['RESEARCHER'],
      },
      {
        path: '/research/dictionary',
        name: msg`Data dictionary`,
        icon: mdiTableColumn,
        roles: ['RESEARCHER'],
      },
      {
        path: '/research/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        roles: ['RESEARCHER'],
      },
    ],
  },
  {
    name: msg`Management`,
    pages: [
      {
        path: '/management/overview',
        name: msg`National overview`,
        icon: mdiChartBoxOutline,
        roles: ['POLICYMAKER', 'DATA_MANAGER'],
      },
      {
        path: '/management/regions',
        name: msg`Regions`,
        icon: mdiMapOutline,
        roles: ['POLICYMAKER'],
      },
    ],
  },
  {
    name: msg`Administration`,
    pages: [
      {
        path: '/administration/institutions',
        name: msg`Institutions`,
        icon: mdiHospitalBuilding,
        roles: ['ADMINISTRATOR'],
      },
    ],
  },
];

/** The applications of a role, each with the pages that are the role's. */
export const applicationsOf = (role: Role): Application[] =>
  applications
    .map((a) => ({ ...a, pages: a.pages.filter((p) => p.roles.includes(role)) }))
    .filter((a) => a.pages.length > 0);

/** The page a path lies in, among those of any role. */
const pageOf = (path: string): Page | undefined =>
  applications
    .flatMap((a) => a.pages)
    .find((p) => path === p.path || path.startsWith(`${p.path}/`));

/** Whether a role may open a path; paths that no page owns are for the router to refuse. */
export const mayOpen = (role: Role, path: string): boolean =>
  pageOf(path)?.roles.includes(role) ?? true;

/** Where a role begins; null where it has no page. */
export const homeOf = (role: Role): string | null =>
  applicationsOf(role)[0]?.pages[0]?.path ?? null;
