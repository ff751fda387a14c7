/** The policymaker's application. */
export { OverviewPage } from './page.tsx';
