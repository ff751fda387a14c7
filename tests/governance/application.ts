/** An application as a researcher writes it, for the tests of projects and exports. */
export const application = {
  purpose: 'Whether stage at diagnosis differs between regions.',
  questions: 'How much of the difference in survival is stage?',
  elements: [
    ...['site_group', 'sex', 'age_group', 'stage', 'survival_days', 'died'].map((column) => ({
      ...{ table: 'cases', column },
      permissions: ['AGGREGATES', 'EXPORT'],
    })),
    { table: 'persons', column: 'followup_days', permissions: ['ROWS', 'EXPORT'] },
    { table: 'persons', column: 'vital_status', permissions: ['ROWS', 'EXPORT'] },
  ],
  releases: [1],
  sites: [],
  population: 'Everybody with a primary malignant neoplasm.',
  team: [{ account: 'bert', name: 'Bert Liang', institution: 'Southern University' }],
  ethicsNumber: 'EC-2026-017',
  until: `${new Date().getUTCFullYear() + 1}-06-30`,
  funding: 'None',
  publicationPlan: 'A paper within a year, cited by the release.',
};
