/** The data manager's application. */
export { InstitutionsPage } from './institutions.tsx';
export { ReleasesPage } from './releases.tsx';
export { SubmissionsPage } from './submissions.tsx';
