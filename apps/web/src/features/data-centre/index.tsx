/** The data manager's application. */
export { InstitutionsPage } from './institutions.tsx';
export { SubmissionsPage } from './submissions.tsx';
