/**
 * The applications, their pages, and the rights that each page needs. The shell shows the pages that the rights of the
 * account (`Me.scopes`) open, and the router refuses the others; the graph refuses on its own account whatever it is asked.
 */

import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';
import {
  mdiAccountGroupOutline,
  mdiAccountHeartOutline,
  mdiAccountKeyOutline,
  mdiAccountMultipleCheckOutline,
  mdiAccountSwitchOutline,
  mdiAccountVoice,
  mdiApi,
  mdiArchiveLockOutline,
  mdiBookOpenPageVariantOutline,
  mdiBriefcaseOutline,
  mdiCalendarClockOutline,
  mdiChartBellCurve,
  mdiChartBoxOutline,
  mdiChartLineVariant,
  mdiChartMultiple,
  mdiChartTimelineVariantShimmer,
  mdiClipboardCheckOutline,
  mdiClipboardListOutline,
  mdiClipboardPulseOutline,
  mdiCompareHorizontal,
  mdiContentSaveOutline,
  mdiDatabaseImportOutline,
  mdiFileChartOutline,
  mdiFileUploadOutline,
  mdiFridgeIndustrialOutline,
  mdiGaugeLow,
  mdiHeartPulse,
  mdiHospitalBuilding,
  mdiLanConnect,
  mdiMapOutline,
  mdiNotEqualVariant,
  mdiPauseOctagonOutline,
  mdiPillMultiple,
  mdiProgressClock,
  mdiRibbon,
  mdiScaleBalance,
  mdiShieldAccountOutline,
  mdiShieldAlertOutline,
  mdiShieldKeyOutline,
  mdiSwapHorizontal,
  mdiSync,
  mdiTableArrowRight,
  mdiTableColumn,
  mdiTablePlus,
  mdiTestTube,
  mdiThermometerAlert,
  mdiTimerSand,
  mdiTrendingUp,
  mdiTruckDeliveryOutline,
} from '@mdi/js';
import { opens, type PagePath, type Rights } from './page-rights.ts';

/** A page that navigation shows. */
export type Page = { path: PagePath; name: MessageDescriptor; icon: string };
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
      },
      {
        path: '/clinical/tasks',
        name: msg`Tasks`,
        icon: mdiClipboardListOutline,
      },
      {
        path: '/clinical/board',
        name: msg`Tumour board`,
        icon: mdiAccountVoice,
      },
      {
        path: '/clinical/quality',
        name: msg`Quality indicators`,
        icon: mdiClipboardPulseOutline,
      },
      {
        path: '/clinical/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
      },
      {
        path: '/clinical/rules',
        name: msg`Clinical rules`,
        icon: mdiScaleBalance,
      },
      {
        path: '/clinical/screening',
        name: msg`Screening`,
        icon: mdiAccountMultipleCheckOutline,
      },
      {
        path: '/clinical/risk',
        name: msg`Risk of cancer`,
        icon: mdiGaugeLow,
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
      },
      {
        path: '/follow-up/deaths',
        name: msg`Register of deaths`,
        icon: mdiFileUploadOutline,
      },
    ],
  },
  {
    name: msg`Data centre`,
    pages: [
      {
        path: '/data-centre',
        name: msg`The data centre`,
        icon: mdiSync,
      },
      {
        path: '/data-centre/submissions',
        name: msg`Submissions`,
        icon: mdiDatabaseImportOutline,
      },
      {
        path: '/data-centre/tasks',
        name: msg`Tasks`,
        icon: mdiClipboardListOutline,
      },
      {
        path: '/data-centre/quality',
        name: msg`Quality indicators`,
        icon: mdiClipboardPulseOutline,
      },
      {
        path: '/data-centre/upload',
        name: msg`Upload`,
        icon: mdiFileUploadOutline,
      },
      {
        path: '/data-centre/mapping',
        name: msg`Mapping`,
        icon: mdiTableArrowRight,
      },
      {
        path: '/data-centre/held',
        name: msg`Held records`,
        icon: mdiPauseOctagonOutline,
      },
      {
        path: '/data-centre/network',
        name: msg`Network`,
        icon: mdiLanConnect,
      },
      {
        path: '/data-centre/code-tables',
        name: msg`Code tables`,
        icon: mdiSwapHorizontal,
      },
      {
        path: '/data-centre/stages',
        name: msg`Stage contradictions`,
        icon: mdiNotEqualVariant,
      },
      {
        path: '/data-centre/institutions',
        name: msg`Institutions`,
        icon: mdiHospitalBuilding,
      },
      {
        path: '/data-centre/releases',
        name: msg`Releases`,
        icon: mdiArchiveLockOutline,
      },
      {
        path: '/data-centre/registry-data',
        name: msg`Registry data`,
        icon: mdiTablePlus,
      },
      {
        path: '/data-centre/data-access',
        name: msg`Data access`,
        icon: mdiShieldKeyOutline,
      },
      {
        path: '/data-centre/projects',
        name: msg`Projects`,
        icon: mdiBriefcaseOutline,
      },
      {
        path: '/data-centre/clients',
        name: msg`Data services`,
        icon: mdiApi,
      },
      {
        path: '/data-centre/jobs',
        name: msg`Jobs`,
        icon: mdiProgressClock,
      },
      {
        path: '/data-centre/rules',
        name: msg`Clinical rules`,
        icon: mdiScaleBalance,
      },
      {
        path: '/data-centre/evidence',
        name: msg`Evidence sets`,
        icon: mdiPillMultiple,
      },
      {
        path: '/data-centre/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
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
      },
      {
        path: '/research/saved',
        name: msg`Saved cohorts`,
        icon: mdiContentSaveOutline,
      },
      {
        path: '/research/projects',
        name: msg`Projects`,
        icon: mdiBriefcaseOutline,
      },
      {
        path: '/research/compare',
        name: msg`Comparison`,
        icon: mdiCompareHorizontal,
      },
      {
        path: '/research/diseases',
        name: msg`Single-disease data sets`,
        icon: mdiRibbon,
      },
      {
        path: '/research/dictionary',
        name: msg`Data dictionary`,
        icon: mdiTableColumn,
      },
      {
        path: '/research/specimens',
        name: msg`Specimens`,
        icon: mdiTestTube,
      },
      {
        path: '/research/literature',
        name: msg`Literature`,
        icon: mdiBookOpenPageVariantOutline,
      },
    ],
  },
  {
    name: msg`Biobank`,
    pages: [
      {
        path: '/biobank/containers',
        name: msg`Storage`,
        icon: mdiFridgeIndustrialOutline,
      },
      {
        path: '/biobank/specimens',
        name: msg`Banked specimens`,
        icon: mdiTestTube,
      },
      {
        path: '/biobank/requests',
        name: msg`Specimen requests`,
        icon: mdiTruckDeliveryOutline,
      },
      {
        path: '/biobank/alerts',
        name: msg`Custody alerts`,
        icon: mdiThermometerAlert,
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
      },
      {
        path: '/management/explorer',
        name: msg`Explorer`,
        icon: mdiChartMultiple,
      },
      {
        path: '/management/quality',
        name: msg`Quality`,
        icon: mdiChartBellCurve,
      },
      {
        path: '/management/care',
        name: msg`Quality of care`,
        icon: mdiClipboardCheckOutline,
      },
      {
        path: '/management/survival',
        name: msg`Survival`,
        icon: mdiChartLineVariant,
      },
      {
        path: '/management/trends',
        name: msg`Trends`,
        icon: mdiTrendingUp,
      },
      {
        path: '/management/projection',
        name: msg`Projection`,
        icon: mdiChartTimelineVariantShimmer,
      },
      {
        path: '/management/burden',
        name: msg`Burden`,
        icon: mdiTimerSand,
      },
      {
        path: '/management/report',
        name: msg`Report`,
        icon: mdiFileChartOutline,
      },
      {
        path: '/management/regions',
        name: msg`Regions`,
        icon: mdiMapOutline,
      },
    ],
  },
  {
    name: msg`Privacy`,
    pages: [
      {
        path: '/privacy/audit',
        name: msg`Access audit`,
        icon: mdiShieldAccountOutline,
      },
      {
        path: '/privacy/unusual',
        name: msg`Unusual access`,
        icon: mdiShieldAlertOutline,
      },
      {
        path: '/privacy/reviews',
        name: msg`Access reviews`,
        icon: mdiClipboardCheckOutline,
      },
      {
        path: '/privacy/persons',
        name: msg`Joined persons`,
        icon: mdiAccountSwitchOutline,
      },
      {
        path: '/privacy/matches',
        name: msg`Same person?`,
        icon: mdiAccountMultipleCheckOutline,
      },
    ],
  },
  {
    name: msg`Administration`,
    pages: [
      {
        path: '/administration/accounts',
        name: msg`Accounts`,
        icon: mdiAccountKeyOutline,
      },
      {
        path: '/administration/platform',
        name: msg`Platform`,
        icon: mdiHeartPulse,
      },
      {
        path: '/administration/institutions',
        name: msg`Institutions`,
        icon: mdiHospitalBuilding,
      },
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
