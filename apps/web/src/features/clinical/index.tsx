/** The clinical application. */
export { PatientPage } from './patient/page.tsx';
export { PatientsPage } from './patients/page.tsx';
