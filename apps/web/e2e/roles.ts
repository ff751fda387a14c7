/** The roles that have pages, and which; a browser signed in as one. */
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import type { Role as RoleOfGraph } from '../src/graph/generated/graphql.ts';

export type Options = {
  demonstration: { account: string; password?: string; role: string; label: { en: string } }[];
};

/** The roles of people: a hospital's system opens no page. */
export type Role = Exclude<RoleOfGraph, 'SYSTEM'>;

/** Pages that the navigation names otherwise than their heading: of the network an institution sees its own report. */
export const linkWords: Readonly<Record<string, string>> = { '/data-centre/network': 'Network' };

/** Each page with its heading in English. */
export const pages: Record<Role, Record<string, string>> = {
  CLINICIAN: {
    '/clinical/patients': 'Patients',
    '/clinical/tasks': 'Tasks',
    '/clinical/board': 'Tumour board',
    '/clinical/referrals': 'Referrals',
    '/clinical/quality': 'Quality indicators',
    '/clinical/literature': 'Literature',
    '/clinical/rules': 'Clinical rules',
    '/clinical/screening': 'Screening',
    '/clinical/risk': 'Risk of cancer',
    '/management/overview': 'National overview',
    '/management/explorer': 'Explorer',
    '/management/quality': 'Quality',
    '/management/care': 'Quality of care',
    '/management/survival': 'Survival',
    '/management/trends': 'Trends',
    '/management/projection': 'Projection',
    '/management/burden': 'Burden',
    '/management/screening': 'Screening',
    '/management/report': 'Report',
    '/management/regions': 'Regions',
  },
  FOLLOWUP_COORDINATOR: {
    '/clinical/patients': 'Patients',
    '/clinical/tasks': 'Tasks',
    '/clinical/literature': 'Literature',
    '/clinical/rules': 'Clinical rules',
    '/clinical/screening': 'Screening',
    '/clinical/risk': 'Risk of cancer',
    '/follow-up/due': 'Contacts due',
    '/follow-up/messages': 'Letters and text messages',
    '/follow-up/deaths': 'Register of deaths',
  },
  DATA_MANAGER: {
    '/follow-up/deaths': 'Register of deaths',
    '/data-centre': 'The data centre',
    '/data-centre/submissions': 'Submissions',
    '/data-centre/tasks': 'Tasks',
    '/data-centre/quality': 'Quality indicators',
    '/data-centre/upload': 'Upload',
    '/data-centre/mapping': 'Mapping',
    '/data-centre/held': 'Held records',
    '/data-centre/network': 'Report of what was sent',
    '/data-centre/code-tables': 'Code tables',
    '/data-centre/stages': 'Stage contradictions',
    '/data-centre/institutions': 'Institutions',
    '/data-centre/releases': 'Releases',
    '/data-centre/registry-data': 'Registry data',
    '/data-centre/data-access': 'Data access',
    '/data-centre/projects': 'Projects',
    '/data-centre/exports': 'Register of exports',
    '/data-centre/partners': 'Partner studies',
    '/data-centre/clients': 'Data services',
    '/data-centre/jobs': 'Jobs',
    '/data-centre/rules': 'Clinical rules',
    '/data-centre/evidence': 'Evidence sets',
    '/data-centre/literature': 'Literature',
    '/research/dictionary': 'Data dictionary',
    '/management/overview': 'National overview',
    '/management/explorer': 'Explorer',
    '/management/quality': 'Quality',
    '/management/care': 'Quality of care',
    '/management/survival': 'Survival',
    '/management/trends': 'Trends',
    '/management/projection': 'Projection',
    '/management/burden': 'Burden',
    '/management/screening': 'Screening',
    '/management/report': 'Report',
    '/management/regions': 'Regions',
    '/privacy/audit': 'Access audit',
    '/privacy/unusual': 'Unusual access',
    '/privacy/reviews': 'Access reviews',
    '/privacy/persons': 'Joined persons',
    '/privacy/matches': 'Same person?',
  },
  RESEARCHER: {
    '/research/cohorts': 'Cohorts',
    '/research/saved': 'Saved cohorts',
    '/research/projects': 'Projects',
    '/research/exports': 'Register of exports',
    '/research/compare': 'Comparison',
    '/research/documents': 'Study documents',
    '/research/diseases': 'Single-disease data sets',
    '/research/studies': 'Studies from outside',
    '/research/dictionary': 'Data dictionary',
    '/research/specimens': 'Specimens',
    '/research/literature': 'Literature',
    '/management/overview': 'National overview',
    '/management/explorer': 'Explorer',
    '/management/quality': 'Quality',
    '/management/care': 'Quality of care',
    '/management/survival': 'Survival',
    '/management/trends': 'Trends',
    '/management/projection': 'Projection',
    '/management/burden': 'Burden',
    '/management/screening': 'Screening',
    '/management/report': 'Report',
    '/management/regions': 'Regions',
  },
  POLICYMAKER: {
    '/management/overview': 'National overview',
    '/management/explorer': 'Explorer',
    '/management/quality': 'Quality',
    '/management/care': 'Quality of care',
    '/management/survival': 'Survival',
    '/management/trends': 'Trends',
    '/management/projection': 'Projection',
    '/management/burden': 'Burden',
    '/management/screening': 'Screening',
    '/management/report': 'Report',
    '/management/regions': 'Regions',
  },
  ADMINISTRATOR: {
    '/data-centre/clients': 'Data services',
    '/data-centre/jobs': 'Jobs',
    '/administration/accounts': 'Accounts',
    '/administration/platform': 'Platform',
    '/administration/institutions': 'Institutions',
  },
  PRIVACY_OFFICER: {
    '/privacy/audit': 'Access audit',
    '/privacy/unusual': 'Unusual access',
    '/privacy/reviews': 'Access reviews',
  },
  BIOBANK_MANAGER: {
    '/biobank/containers': 'Storage',
    '/biobank/specimens': 'Banked specimens',
    '/biobank/requests': 'Specimen requests',
    '/biobank/alerts': 'Custody alerts',
  },
};

/** The cookies of a role, made by the global setup. */
export const roles = Object.keys(pages) as Role[];

export const sessionOf = (role: Role): string =>
  join(process.env.NODP_E2E_SESSIONS ?? '', `${role}.json`);

/** Fails a test on anything the browser reports as an error. */
export const test = base.extend({
  page: async ({ page }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      // A refused request, and a file of the app that is gone, are what some tests are about.
      if (
        message.type() === 'error' &&
        !/^Failed to load resource|file of the app is gone|dynamically imported module/.test(
          message.text(),
        )
      ) {
        faults.push(message.text());
      }
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };
