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
  mdiDna,
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

const page = (path: PagePath, name: MessageDescriptor, icon: string): Page => ({
  path,
  name,
  icon,
});

const applications: Application[] = [
  {
    name: msg`Clinical`,
    pages: [
      page('/clinical/patients', msg`Patients`, mdiAccountHeartOutline),
      page('/clinical/tasks', msg`Tasks`, mdiClipboardListOutline),
      page('/clinical/board', msg`Tumour board`, mdiAccountVoice),
      page('/clinical/quality', msg`Quality indicators`, mdiClipboardPulseOutline),
      page('/clinical/literature', msg`Literature`, mdiBookOpenPageVariantOutline),
      page('/clinical/rules', msg`Clinical rules`, mdiScaleBalance),
      page('/clinical/screening', msg`Screening`, mdiAccountMultipleCheckOutline),
      page('/clinical/risk', msg`Risk of cancer`, mdiGaugeLow),
    ],
  },
  {
    name: msg`Follow-up`,
    pages: [
      page('/follow-up/due', msg`Contacts due`, mdiCalendarClockOutline),
      page('/follow-up/deaths', msg`Register of deaths`, mdiFileUploadOutline),
    ],
  },
  {
    name: msg`Data centre`,
    pages: [
      page('/data-centre', msg`The data centre`, mdiSync),
      page('/data-centre/submissions', msg`Submissions`, mdiDatabaseImportOutline),
      page('/data-centre/tasks', msg`Tasks`, mdiClipboardListOutline),
      page('/data-centre/quality', msg`Quality indicators`, mdiClipboardPulseOutline),
      page('/data-centre/upload', msg`Upload`, mdiFileUploadOutline),
      page('/data-centre/mapping', msg`Mapping`, mdiTableArrowRight),
      page('/data-centre/held', msg`Held records`, mdiPauseOctagonOutline),
      page('/data-centre/network', msg`Network`, mdiLanConnect),
      page('/data-centre/code-tables', msg`Code tables`, mdiSwapHorizontal),
      page('/data-centre/stages', msg`Stage contradictions`, mdiNotEqualVariant),
      page('/data-centre/institutions', msg`Institutions`, mdiHospitalBuilding),
      page('/data-centre/releases', msg`Releases`, mdiArchiveLockOutline),
      page('/data-centre/registry-data', msg`Registry data`, mdiTablePlus),
      page('/data-centre/data-access', msg`Data access`, mdiShieldKeyOutline),
      page('/data-centre/projects', msg`Projects`, mdiBriefcaseOutline),
      page('/data-centre/clients', msg`Data services`, mdiApi),
      page('/data-centre/jobs', msg`Jobs`, mdiProgressClock),
      page('/data-centre/rules', msg`Clinical rules`, mdiScaleBalance),
      page('/data-centre/evidence', msg`Evidence sets`, mdiPillMultiple),
      page('/data-centre/literature', msg`Literature`, mdiBookOpenPageVariantOutline),
    ],
  },
  {
    name: msg`Research`,
    pages: [
      page('/research/cohorts', msg`Cohorts`, mdiAccountGroupOutline),
      page('/research/saved', msg`Saved cohorts`, mdiContentSaveOutline),
      page('/research/projects', msg`Projects`, mdiBriefcaseOutline),
      page('/research/compare', msg`Comparison`, mdiCompareHorizontal),
      page('/research/diseases', msg`Single-disease data sets`, mdiRibbon),
      page('/research/studies', msg`Studies from outside`, mdiDna),
      page('/research/dictionary', msg`Data dictionary`, mdiTableColumn),
      page('/research/specimens', msg`Specimens`, mdiTestTube),
      page('/research/literature', msg`Literature`, mdiBookOpenPageVariantOutline),
    ],
  },
  {
    name: msg`Biobank`,
    pages: [
      page('/biobank/containers', msg`Storage`, mdiFridgeIndustrialOutline),
      page('/biobank/specimens', msg`Banked specimens`, mdiTestTube),
      page('/biobank/requests', msg`Specimen requests`, mdiTruckDeliveryOutline),
      page('/biobank/alerts', msg`Custody alerts`, mdiThermometerAlert),
    ],
  },
  {
    name: msg`Management`,
    pages: [
      page('/management/overview', msg`National overview`, mdiChartBoxOutline),
      page('/management/explorer', msg`Explorer`, mdiChartMultiple),
      page('/management/quality', msg`Quality`, mdiChartBellCurve),
      page('/management/care', msg`Quality of care`, mdiClipboardCheckOutline),
      page('/management/survival', msg`Survival`, mdiChartLineVariant),
      page('/management/trends', msg`Trends`, mdiTrendingUp),
      page('/management/projection', msg`Projection`, mdiChartTimelineVariantShimmer),
      page('/management/burden', msg`Burden`, mdiTimerSand),
      page('/management/report', msg`Report`, mdiFileChartOutline),
      page('/management/regions', msg`Regions`, mdiMapOutline),
    ],
  },
  {
    name: msg`Privacy`,
    pages: [
      page('/privacy/audit', msg`Access audit`, mdiShieldAccountOutline),
      page('/privacy/unusual', msg`Unusual access`, mdiShieldAlertOutline),
      page('/privacy/reviews', msg`Access reviews`, mdiClipboardCheckOutline),
      page('/privacy/persons', msg`Joined persons`, mdiAccountSwitchOutline),
      page('/privacy/matches', msg`Same person?`, mdiAccountMultipleCheckOutline),
    ],
  },
  {
    name: msg`Administration`,
    pages: [
      page('/administration/accounts', msg`Accounts`, mdiAccountKeyOutline),
      page('/administration/platform', msg`Platform`, mdiHeartPulse),
      page('/administration/institutions', msg`Institutions`, mdiHospitalBuilding),
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
