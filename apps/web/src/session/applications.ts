/**
 * The applications, their pages, and the rights that each page needs. The shell shows the pages that the rights of the
 * account (`Me.scopes`) open, and the router refuses the others; the graph refuses on its own account whatever it is asked.
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
  mdiProgressClock,
  mdiTableColumn,
} from '@mdi/js';
import type { Me } from './me.ts';

/** A page that navigation shows. */
export type Page = {
  path: string;
  name: MessageDescriptor;
  icon: string;
  /** As in the graph's `@requiresScopes`: all scopes of one of the sets. The sets are those of the fields the page reads. */
  needs: string[][];
};
/** A group of pages for one kind of work. */
export type Application = { name: MessageDescriptor; pages: Page[] };

export const applications: Application[] = [
  {
    name: msg`Clinical`,
    pages: [
      {
        path: '/clinical/patients',
        name: msg`Patients`,
        icon: mdiAccountHeartOutline,
        needs: [['patient:read']],
      },
      {
        path: '/clinical/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        needs: [['patient:read']],
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
        needs: [['followup:read', 'patient:read']],
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
        needs: [['submission:read']],
      },
      {
        path: '/data-centre/institutions',
        name: msg`Institutions`,
        icon: mdiHospitalBuilding,
        needs: [['submission:read']],
      },
      {
        path: '/data-centre/releases',
        name: msg`Releases`,
        icon: mdiArchiveLockOutline,
        needs: [['release:build']],
      },
      {
        path: '/data-centre/jobs',
        name: msg`Jobs`,
        icon: mdiProgressClock,
        needs: [['job:manage']],
      },
      {
        path: '/data-centre/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        needs: [['literature:write']],
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
        needs: [['research:read']],
      },
      {
        path: '/research/dictionary',
        name: msg`Data dictionary`,
        icon: mdiTableColumn,
        needs: [['research:read'], ['release:build']],
      },
      {
        path: '/research/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
        needs: [['research:read']],
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
        needs: [['statistics:read']],
      },
      {
        path: '/management/regions',
        name: msg`Regions`,
        icon: mdiMapOutline,
        needs: [['statistics:read']],
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
        needs: [['platform:read']],
      },
    ],
  },
];

type Rights = Pick<Me, 'scopes'>;

const opens = ({ scopes }: Rights, { needs }: Page): boolean =>
  needs.some((set) => set.every((scope) => scopes.includes(scope)));

/** The applications of an account, each with the pages that its rights open. */
export const applicationsOf = (me: Rights): Application[] =>
  applications
    .map((a) => ({ ...a, pages: a.pages.filter((page) => opens(me, page)) }))
    .filter((a) => a.pages.length > 0);

/** The page that a path lies in, whoever may open it. */
const pageOf = (path: string): Page | undefined =>
  applications
    .flatMap((a) => a.pages)
    .find((p) => path === p.path || path.startsWith(`${p.path}/`));

/** Whether an account may open a path; paths that no page owns are for the router to refuse. */
export const mayOpen = (me: Rights, path: string): boolean => {
  const page = pageOf(path);
  return page === undefined || opens(me, page);
};

/** The first page of an account; null where its rights open none. */
export const homeOf = (me: Rights): string | null => applicationsOf(me)[0]?.pages[0]?.path ?? null;
